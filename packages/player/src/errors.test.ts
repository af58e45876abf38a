import { describe, expect, it } from 'vitest';
import { ContractError, TransportError, toPlayerError } from './errors.js';

describe('toPlayerError', () => {
  it('tells what passes by itself from what somebody may have to act on', () => {
    expect(toPlayerError({ cause: 'network', detail: 'refused' })).toEqual(
      new TransportError('network'),
    );
    expect(toPlayerError({ cause: 'not-ours', detail: 'not JSON' })).toBeInstanceOf(TransportError);
    expect(toPlayerError({ cause: 'timeout' })).toMatchObject({ reason: 'timeout' });
    const refused = toPlayerError({ cause: 'rejected', status: 403, code: 'screen_bound' });
    expect(refused).toBeInstanceOf(ContractError);
    expect(refused).toMatchObject({ name: 'ContractError', code: 'screen_bound' });
    expect(toPlayerError({ cause: 'no-identity' })).toBeUndefined();
  });

  it('names what is wrong with a body', () => {
    const error = toPlayerError({ cause: 'invalid', detail: 'school.name: missing' });
    expect(error?.message).toContain('school.name: missing');
  });
});
