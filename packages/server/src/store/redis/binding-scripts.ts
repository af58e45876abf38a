import { script } from './redis-data.js';
import { PRELUDE } from './scripts.js';

const LIVE_SCREEN = `${PRELUDE}
  local id = ARGV[1]
  if not isLive(id) then return 'unknown-screen' end

  local function set(field, value) redis.call('HSET', screens, field .. ' ' .. id, value) end

  local function clear(field) redis.call('HDEL', screens, field .. ' ' .. id) end
`;

export const CLAIM_SCREEN = script(`${LIVE_SCREEN}
  local device, owner = ARGV[2], of(id, 'device')
  if owner == device then return 'mine' end
  if owner and owner ~= ARGV[3] then return 'taken' end
  if of(id, 'barred') == device then return 'barred' end
  set('device', device)
  clear('barred')
  touch()
  return 'won'
`);

export const UNBIND_SCREEN = script(`${LIVE_SCREEN}
  local device = of(id, 'device')
  if not device then return 'unchanged' end
  set('barred', device)
  clear('device')
  touch()
  return 'changed'
`);

export const READMIT_DEVICE = script(`${LIVE_SCREEN}
  if not of(id, 'barred') then return 'unchanged' end
  clear('barred')
  touch()
  return 'changed'
`);

export const REPLACE_TOKEN = script(`${LIVE_SCREEN}
  local token, owner = ARGV[2], ARGV[3]
  if of(id, 'token') == token then return 'taken' end
  set('token', token)
  if owner == 'free-owner' then
    clear('device')
    clear('barred')
  end
  touch()
  return 'replaced'
`);
