import * as v from 'valibot';
import { SETTINGS } from './config/settings.js';

type Settings = typeof SETTINGS;

/** Every setting, validated. The keys are those of `SETTINGS`. */
export type Config = {
  readonly [K in keyof Settings]: v.InferOutput<Settings[K]['schema']>;
};

/** Some variables of the environment cannot be used; the message names each of them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from an environment.
 *
 * @throws ConfigError naming every wrong variable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const values = Object.entries(SETTINGS).map(([key, { name, fallback, schema }]) => {
    const text = env[name]?.trim();
    const result = v.safeParse(
      schema as v.GenericSchema<string, unknown>,
      text === undefined || text === '' ? fallback : text,
    );
    if (!result.success) wrong.push(`${name} ${result.issues[0].message}`);
    return [key, result.output];
  });
  if (wrong.length > 0) throw new ConfigError(wrong.join('; '));
  return Object.fromEntries(values) as Config;
}
