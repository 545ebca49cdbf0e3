/**
 * The guard in the shapes of four kits; none of them is needed here. What matters in each: no answer of the rules becomes a
 * value by which the kit runs the tool unasked, and the sentence reaches whoever decides.
 */
import type { Approval } from 'timbang/embed'
import type { Guard } from './guard.js'

/** AI SDK: the value of `toolApproval`. Never `not-applicable`, nor nothing: both run the tool. */
export function aiSdkApproval(guard: Guard) {
  return async ({ toolCall }: { readonly toolCall: { readonly toolName: string; readonly input: unknown } }) => {
    const { run, askPerson, says } = await guard.check(toolCall.toolName, toolCall.input)
    if (run) return { type: 'approved', reason: says } as const
    return { type: askPerson ? 'user-approval' : 'denied', reason: says } as const
  }
}

/** OpenAI Agents: a tool whose run stops for a person unless the rules let it go, and whose execution checks once more. */
export function openAiTool<I>(
  guard: Guard,
  name: string,
  execute: (input: I) => Promise<string>,
  approval?: () => Approval | undefined,
) {
  return {
    name,
    needsApproval: async (_context: unknown, input: I) => !(await guard.check(name, input)).run,
    execute: async (input: I) => {
      const { run, says } = await guard.mayRun(name, input, approval?.())
      return run ? execute(input) : `Not done. ${says}`
    },
  }
}

/** Claude: the value of `canUseTool`; what a person must decide is asked of one before this answers. */
export function claudeCanUseTool(guard: Guard, askPerson: (says: string) => Promise<Approval | undefined>) {
  return async (tool: string, input: Record<string, unknown>) => {
    const told = await guard.check(tool, input)
    const approval = told.askPerson ? await askPerson(told.says) : undefined
    const now = approval ? await guard.mayRun(tool, input, approval) : told
    return now.run
      ? ({ behavior: 'allow', updatedInput: input } as const)
      : ({ behavior: 'deny', message: now.says } as const)
  }
}

/** Function calling, whoever the model is of: what the model reads as the result of its call. */
export async function calledFunction<I>(
  guard: Guard,
  { name, input, approval }: { readonly name: string; readonly input: I; readonly approval?: Approval },
  execute: (input: I) => Promise<string>,
): Promise<string> {
  const { run, says, check } = await guard.mayRun(name, input, approval)
  if (run) return execute(input)
  const instead = (check?.instead ?? []).map(({ label }) => label.en).join('; ')
  return [`Not done. ${says}`, ...(instead === '' ? [] : [`What can be done: ${instead}.`])].join(' ')
}
