#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { CommanderError } from 'commander';
import { createSystemClock } from '../adapters/system-clock.js';
import { CliError } from './cli-context.js';
import { createProgram } from './program.js';

const program = createProgram({
  env: process.env,
  print: (line) => console.log(line),
  readFile: (path) => readFile(path, 'utf8'),
  readBytes: (path) => readFile(path),
  fetch,
  clock: createSystemClock(),
  untilStopped,
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said it already.
    process.exitCode = error.exitCode;
  } else if (error instanceof CliError) {
    console.error(`hallboard: ${error.message}`);
    process.exitCode = 1;
  } else throw error;
}

/** Keeps the process alive meanwhile: the clock's timers do not. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 3_600_000);
    const stop = () => {
      clearInterval(alive);
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
