import { openChromium } from './bench/threads/chromium.ts';
import { BuiltPage } from './bench/page/built-page.ts';
const server = await BuiltPage.server();
const browser = await openChromium();
async function open(width:number,height:number,scheme:'dark'|'light'){
  const ctx = await browser.newContext({viewport:{width,height},colorScheme:scheme,hasTouch:width<500,deviceScaleFactor:width<500?2:1});
  const page = await ctx.newPage(); page.on('pageerror',e=>console.log('PAGEERROR',e.message)); page.on('console',m=>m.type()==='error'&&console.log('CONSOLE',m.text()));
  await page.goto(server.address+'/'); await page.getByRole('button',{name:'Run',exact:true}).waitFor(); await page.waitForTimeout(3500); return page;}
const d = await open(1440,900,'dark');
await d.screenshot({path:'/tmp/shots/start-dark.png'});
await d.getByRole('button',{name:/^Examples/}).click(); await d.getByRole('menuitem',{name:/^Incubation/}).click();
await d.getByRole('radio',{name:'100×'}).check({force:true});
await d.getByRole('button',{name:'Run',exact:true}).click(); await d.waitForTimeout(4000);
await d.screenshot({path:'/tmp/shots/run-dark.png'});
const l = await open(390,844,'light');
await l.getByRole('button',{name:'Run',exact:true}).click(); await l.waitForTimeout(2500);
await l.screenshot({path:'/tmp/shots/phone-code.png'});
for (const t of ['Process','Hardware','Timeline']){ await l.getByRole('tab',{name:t,exact:true}).click(); await l.waitForTimeout(600); await l.screenshot({path:`/tmp/shots/phone-${t}.png`}); }
await browser.close(); server.close();
