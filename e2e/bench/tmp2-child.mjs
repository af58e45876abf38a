const mode = process.env.VAR ?? '';
const D='/work/main/packages/server/dist/';
const {DisplayApi}=await import(D+'display/display-api.js');
const {ScreenAccess}=await import(D+'serving/screen-access.js');
const {readDisplayRequest}=await import(D+'display/display-request.js');
const {DeviceLimits}=await import(D+'display/device-limits.js');
const orig=DisplayApi.prototype.handle;
let access; const k=ScreenAccess.prototype.known;
ScreenAccess.prototype.known=function(t){access=this;return k.call(this,t);};
const lim=new DeviceLimits({perSecond:1,burst:1e9});
const H=()=>['cache-control','private, no-cache','vary','Authorization, Accept-Encoding','x-server-time-ms',String(Date.now()),'x-revision','34m2cvbdosiak.1','x-realtime','on','etag','"34m2cvbdosiak.1/1"'];
const patch={
 bare:(q,r)=>r.writeHead(304).end(),
 raw:(q,r)=>r.writeHead(304,H()).end(),
 floor:(q,r)=>{if(q.headers['if-none-match']) r.writeHead(304,H()).end();},
 read:(q,r)=>{readDisplayRequest(q); r.writeHead(304,H()).end();},
 known:(q,r)=>{const a=readDisplayRequest(q);const s=access.known(a.token); if(s) r.writeHead(304,H()).end();},
 lim:(q,r)=>{const a=readDisplayRequest(q);const s=access.known(a.token); lim.take(s.record.id,a.deviceId,performance.now()); if(access.owns(s,a.deviceId)) r.writeHead(304,H()).end();},
}[mode];
if (patch) DisplayApi.prototype.handle=function(q,r){ if(q.rawHeaders.length<16||!access||q.headers['user-agent']==='node') return orig.call(this,q,r); patch(q,r); return true; };
await import('./hallboard-child.mjs');
