import { type Command, Option } from 'commander';
import { ENCODINGS, type Encoding } from '../../import/formats/decode-text.js';
import { type CliContext, CliError } from '../cli-context.js';
import { type ConnectOptions, connect, serverUrl } from '../connect.js';
import { Importer } from '../import/importer.js';
import { readMapping } from '../import/mapping-file.js';
import { openDiskFolder } from '../watch/disk-folder.js';
import { FolderWatcher } from '../watch/folder-watcher.js';

/** A saved file is read within two looks, well inside the minute that is promised. */
const LOOK_EVERY_S = 5;
const SETTLE_MS = 3000;
/** Half a minute: a program may delete a file before it writes it anew, and a drive lag behind. */
const GONE_LOOKS = 6;

interface Options extends ConnectOptions {
  readonly map?: string;
  readonly encoding?: Encoding;
  readonly term?: string;
  readonly state?: string;
  readonly every: number;
}

/** `watch`. */
export function addWatchCommand(program: Command, context: CliContext): void {
  program
    .command('watch <school> <folder>')
    .description('publishes every file that is saved in a folder, until it is stopped')
    .option('--map <file>', 'a JSON file that says what columns with other headings are')
    .addOption(new Option('--encoding <name>', 'of text files').choices([...ENCODINGS]))
    .option('--term <name>', 'which term of a timetable of aSc that has several')
    .option('--state <file>', 'where it keeps what is published (.hallboard-watch.json there)')
    .option('--every <seconds>', 'how often it looks', readSeconds, LOOK_EVERY_S)
    .action(async (school: string, directory: string, _options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const map = options.map === undefined ? {} : await readMapping(options.map, context);
      const { encoding, term } = options;
      const reading = {
        map,
        ...(encoding === undefined ? {} : { encoding }),
        ...(term === undefined ? {} : { term }),
      };
      const { clock } = context;
      const lookEveryMs = options.every * 1000;
      const importer = new Importer(await connect(options, context), school, clock);
      const watcher = new FolderWatcher({
        folder: openDiskFolder(directory, options.state),
        importFiles: (files, gone = []) => importer.import(files, { ...reading, gone }),
        target: JSON.stringify([serverUrl(options, context), school, reading]),
        clock,
        log: context.print,
        settleMs: Math.min(SETTLE_MS, lookEveryMs),
        goneMs: GONE_LOOKS * lookEveryMs,
      });
      let isStopped = false;
      const stopped = context.untilStopped().then(() => {
        isStopped = true;
      });
      context.print(`Watching ${directory} for ${school}.`);
      while (!isStopped) {
        await watcher.look();
        const waited = new Promise<void>((resolve) => void clock.setTimer(lookEveryMs, resolve));
        await Promise.race([stopped, waited]);
      }
      context.print('Stopped.');
    });
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds >= 1 && seconds <= 30) return seconds;
  throw new CliError(`--every ${text} is no number of seconds from 1 to 30`);
}
