import { advise, render } from './src/index.js'
import { socialWork } from './src/socialWork.js'
import { readFileSync } from 'node:fs'
const [file, name] = process.argv.slice(2)
const c = JSON.parse(readFileSync(file,'utf8')).cases.find((x:any)=>x.name.startsWith(name))
const a = await advise(c.situation, socialWork, c.options??{})
console.log(render(a as any,{as:'text',locale:'en',width:140})); console.log(JSON.stringify((a as any).setAside.map((s:any)=>[s.action,s.gaveWayTo])))
