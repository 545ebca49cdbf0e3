import { Command, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import { type Override, outdated, parseExercise, parseVignette } from '../../../teach/index.js'
import { ends } from '../../ending.js'
import { fileAt } from '../../files.js'
import { admitOption, packOption } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print } from '../../print.js'

export const drift = new Command('drift')
  .summary('says where the key of a kept exercise no longer fits the rules')
  .description(
    'Says where the key of a kept exercise no longer fits what the rules say of its vignette today. It ends with 1 where it does not.',
  )
  .argument('<exercise>', 'a file with an exercise as `timbang exercise` printed it')
  .argument('<vignette>', 'the file with its vignette')
  .addOption(
    new Option('--key <file>', 'what you would have otherwise in its key, to be told which of that no longer stands'),
  )
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(async (path, story, { key, ...which }) => {
      const pack = packBeside([story], which)
      const override = key === undefined ? undefined : (parsedJson(fileAt(key)) as Override)
      const vignette = parseVignette(parsedJson(fileAt(story)), pack)
      const found = await outdated(parseExercise(parsedJson(fileAt(path))), vignette, pack, override)
      print(inJson(found))
      return found.length === 0 ? 0 : 1
    }),
  )
