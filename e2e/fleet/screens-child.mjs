// A process of screens for `Fleet`. Loads its sources through Vite, since Node does not know types.
import { runnerImport } from 'vite';

const [localAddress] = process.argv.slice(2);
const { module } = await runnerImport(new URL('./screens-side.ts', import.meta.url).pathname, {
  logLevel: 'silent',
});
const side = new module.ScreensSide(localAddress);
process.on('message', async (order) => process.send?.(await side.obey(order)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
