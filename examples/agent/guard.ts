/** What stands between an agent and its tools, whatever kit runs it: each tool is a step of the pack, and only *go* runs it. */
import { type Approval, approvedStep, approveStep, checkStep, type StepCheck } from 'timbang/embed'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'

/** What the host brings: which step each tool is, what is known of the case, its clock and its key. */
interface Host {
  readonly steps: Readonly<Record<string, string>>
  readonly situation: () => SocialWorkSituation
  readonly now: () => string
  readonly key: Uint8Array
}

/** What a guard answers: run it, put it before a person, or tell the agent why not. */
interface Guarded {
  readonly run: boolean
  readonly askPerson: boolean
  /** One sentence, for the person and for the agent. */
  readonly says: string
  readonly check: StepCheck | null
}

/** A guard over the tools of a host. An approval is used once, and only for exactly what the person saw. */
export function guard(host: Host) {
  const used = new Set<string>()
  const optionsFor = (step: string, call: unknown) => ({ step, call, at: host.now(), key: host.key })
  const stepOf = (tool: string) => (Object.hasOwn(host.steps, tool) ? host.steps[tool] : undefined)

  async function check(tool: string, call: unknown): Promise<Guarded> {
    const step = stepOf(tool)
    // A tool that nobody has mapped to a step is a person's matter too: silence runs nothing.
    if (step === undefined)
      return { run: false, askPerson: true, says: `Nobody has said what ${tool} is.`, check: null }
    const told = await checkStep(host.situation(), socialWork, optionsFor(step, call))
    return { run: told.answer === 'go', askPerson: told.answer === 'person', says: told.says.en, check: told }
  }

  /** What a person says yes to, kept by the host until it is used. */
  function approve(told: StepCheck, id: string, by: string): Approval {
    return approveStep(told, { id, by, at: host.now(), key: host.key })
  }

  /** Whether it may be run now: by the rules, or by an approval that still holds and was not used. */
  async function mayRun(tool: string, call: unknown, approval?: Approval): Promise<Guarded> {
    const told = await check(tool, call)
    const step = stepOf(tool)
    if (told.run || approval === undefined || step === undefined || used.has(approval.id)) return told
    // Used before it is looked at, so that of calls made at once one alone can use it.
    used.add(approval.id)
    const { approved, fault } = await approvedStep(approval, host.situation(), socialWork, optionsFor(step, call))
    if (!approved) used.delete(approval.id)
    return approved
      ? { ...told, run: true, askPerson: false }
      : { ...told, says: `${told.says} (the approval: ${fault})` }
  }

  return { check, approve, mayRun }
}

export type Guard = ReturnType<typeof guard>
