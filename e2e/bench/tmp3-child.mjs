import { createServer as http } from 'node:http';
import { serveParent } from './child-side.mjs';
const mode=process.argv[2];
let opts={};
if (mode!=='bare' && mode!=='opts') {
 const m=await import('@hallboard/server');
 if (mode!=='import') {
  const clock=m.createSystemClock(), random=m.createSystemRandom();
  const store=await m.openLibsqlStore({path:':memory:',clock,random});
  if (mode==='create'||mode==='seed') {
    const server=await m.createServer({config:m.readConfig({}),store,bus:m.createInProcessBus(),clock,random,logger:m.silentLogger,shellDir:'/tmp'});
    if (mode==='seed') { for(let s=0;s<50;s++){ await server.publisher.addSchool({id:`s${s}`,name:'x',zone:'Europe/Madrid',locale:'en-GB'}); await server.publisher.addScreen(`s${s}`,{id:`s${s}-f`,name:'F'}); const f=await store.screen(`s${s}-f`); for(let i=0;i<100;i++){const id=`s${s}-${i}`; await store.addScreen({...f,id,tokenHash:m.hashSecret(id)});await store.claimScreen(id,'d'+i);} } await server.index.sweep(); }
  }
 }
}
if (mode==='opts') opts={maxHeaderSize:8192,headersTimeout:10000,requestTimeout:15000,keepAliveTimeout:65000,connectionsCheckingInterval:5000};
const server = http(opts,(q, r) => { r.writeHead(304).end(); });
server.listen(0, '127.0.0.1', () => serveParent({ port: server.address().port }));
