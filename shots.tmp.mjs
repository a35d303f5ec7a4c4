import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { serve } from './scripts/server.mjs';
import { findChromium } from './scripts/browsers.mjs';
const v = JSON.parse(readFileSync('tests/vectors/handover/encode-and-decode.json','utf8'));
const server = await serve('build');
const browser = await chromium.launch({ executablePath: findChromium(), args:['--no-sandbox'] });
const out='/tmp/shots-receive/';
async function shot(name, { lang='en', width=360, height=740, look, text, ua, todo, payload='' , full=true}) {
  const c = await browser.newContext({ baseURL: server.url, viewport:{width,height}, userAgent: ua, serviceWorkers:'block', timezoneId:'America/Toronto' });
  const p = await c.newPage();
  await p.addInitScript(([look,text])=>{ try{localStorage.setItem('envol.preferences', JSON.stringify({look: look??'light', textSize: text??100, motion:'reduced', at:1}))}catch{}; navigator.mediaDevices.enumerateDevices = async()=>[{kind:'videoinput'}]; },[look,text]);
  await p.goto(`/${lang}/receive/${payload?'#'+payload:''}`);
  await p.waitForSelector('html[data-ready=true]');
  await p.waitForTimeout(500);
  if (todo) await todo(p);
  await p.waitForTimeout(300);
  await p.screenshot({ path: out+name+'.png', fullPage: full });
  const over = await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth); if(over>0) console.log(name,'sideways',over);
  await c.close();
}
const V=(n)=>v.find(x=>x.name.startsWith(n)).deflated;
const mixed = async (p)=>{ const g=p.getByRole('group'); await g.nth(0).getByRole('radio').nth(0).check(); await g.nth(1).getByRole('radio').nth(1).check(); await g.nth(2).getByRole('radio').nth(3).check(); };
const only = process.argv[2];
const all = {
 'read-en':{}, 'read-fr-dark':{lang:'fr',look:'dark'}, 'read-en-200':{text:200}, 'read-en-wide':{width:1280,height:800},
 'preview-en':{payload:V('the ready-made'), todo: mixed}, 'preview-fr-full':{lang:'fr',payload:V('an activity')}, 'preview-fr-own-dark':{lang:'fr',look:'dark',payload:V('own words'), todo: async p=>{await p.getByRole('radio').nth(1).check()}},
 'preview-en-contrast-wide':{look:'contrast',width:1280,height:800,payload:V('an activity')}, 'preview-fr-200':{lang:'fr',text:200,payload:V('the ready-made')},
 'apple-fr':{lang:'fr',payload:V('one step'),ua:'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1'},
 'damaged-en':{payload:'1AAAA', todo: async p=>{}} ,
 'plan-fr':{lang:'fr',payload:V('an activity'), todo: async p=>{ await p.getByRole('button',{name:'Oui à tout'}).click(); await p.getByRole('button',{name:'Mettre dans mon plan'}).click(); await p.waitForURL('**/today/'); await p.goto('/fr/plan/'); await p.waitForSelector('#agreed'); }},
 'today-empty-en':{todo: async p=>{await p.goto('/en/today/'); await p.waitForTimeout(500)}},
 'unknown-en':{payload:V('codes that')},
};
for (const [n,o] of Object.entries(all)) if(!only||n.includes(only)) await shot(n,o);
await browser.close(); await server.stop();
