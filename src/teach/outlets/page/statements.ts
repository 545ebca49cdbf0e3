/**
 * The part of the practice page that tells what was chosen as statements of xAPI, the same as `toXapi` makes: a file that a
 * teacher hands to a store. The page itself sends nothing.
 */
export const statementsScript = `
function statementsOf({ id, title, xapi }, rows, total, name) {
  const whole = xapi.base + id
  const activity = (id, definition) => ({ objectType: 'Activity', id, ...(definition && { definition }) })
  const state = (verb, object, result, parent) => ({
    actor: { objectType: 'Agent', account: { homePage: xapi.homePage, name } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/' + verb, display: xapi.verbs[verb] },
    object,
    ...(result && { result }),
    context: { contextActivities: { grouping: [activity(xapi.grouping)], ...(parent && { parent: [activity(whole)] }) } },
  })
  const itself = activity(whole, { type: 'http://adlnet.gov/expapi/activities/assessment', name: title })
  const given = rows.filter(({ chosen }) => chosen.length > 0)
  const answered = given.map(({ question, chosen, share }) => {
    const { ask, name, choices, closed } = question
    const right = choices.filter(({ mark }) => mark === 'right').map((choice) => choice.id)
    const pattern = closed && choices.every(({ mark }) => mark !== 'open')
    const definition = {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction', name, description: ask, interactionType: 'choice',
      ...(pattern && { correctResponsesPattern: [right.join('[,]')] }),
      choices: choices.map((choice) => ({ id: choice.id, description: choice.says })),
    }
    const result = {
      response: chosen.join('[,]'),
      ...(share !== null && { score: { scaled: exact(share) } }),
      ...(share !== null && closed && { success: exact(share) === 1 }),
    }
    return state('answered', activity(whole + '/' + question.id, definition), result, true)
  })
  const score = { scaled: exact(total.share), raw: exact(total.points), min: 0, max: total.of }
  const completion = given.length === rows.length
  return [state('experienced', itself), ...answered, state('completed', itself, { completion, score })]
}

function exact(number) {
  return Math.round(number * 1e6) / 1e6
}
`
