/** The pack of a tenant: the shipped one, or that with what an agency adds; made once in each thread. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extendPack, type Pack } from 'timbang'
import { packSourceFrom } from 'timbang/author'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'

const made = new Map<string, Pack<SocialWorkSituation>>()

/** @throws TimbangError `invalid-pack` where the folder holds none that can be used */
export function packIn(folder: string | undefined): Pack<SocialWorkSituation> {
  if (folder === undefined) return socialWork
  const pack = made.get(folder) ?? extendPack(socialWork, packSourceFrom(filesIn(folder)))
  made.set(folder, pack)
  return pack
}

function filesIn(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }))
}
