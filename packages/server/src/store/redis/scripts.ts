import { script } from './redis-data.js';

/**
 * Keys: school, content, bodies, screens, history, past, of one school. Each script looks at everything first and
 * writes then, since Redis takes nothing back. A screen's values are those of `screenValues()`.
 */
export const PRELUDE = `
  local school, content, bodies, screens = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
  local history, past = KEYS[5], KEYS[6]

  local function touch() redis.call('HINCRBY', school, 'changes', 1) end

  local function of(id, field) return redis.call('HGET', screens, field .. ' ' .. id) end

  local function isLive(id) return of(id, 'token') and not of(id, 'revoked') end

  -- What speaks against a change of a screen that is there, if anything does.
  local function refusal(id, version)
    if not isLive(id) then return 'unknown-screen' end
    if tonumber(of(id, 'version')) ~= tonumber(version) - 1 then return 'superseded' end
  end

  -- at: where the screen's values begin.
  local function change(at)
    local id = ARGV[at]
    redis.call('HSET', screens, 'view-key ' .. id, ARGV[at + 2], 'view ' .. id, ARGV[at + 3],
      'info ' .. id, ARGV[at + 4], 'version ' .. id, ARGV[at + 5])
  end

  local function add(at)
    redis.call('HSET', screens, 'token ' .. ARGV[at], ARGV[at + 1])
    change(at)
  end

  -- A note, or none, the compressed content, and how many are kept. What is kept stays as it is.
  local function keep(at, sequence)
    if ARGV[at] == '' or redis.call('HEXISTS', past, sequence) == 1 then return end
    redis.call('LPUSH', history, sequence .. ' ' .. ARGV[at])
    redis.call('HSET', past, sequence, ARGV[at + 1])
    while redis.call('LLEN', history) > tonumber(ARGV[at + 2]) do
      redis.call('HDEL', past, string.match(redis.call('RPOP', history), '^%d+'))
    end
  end

  -- Name, zone, horizon, alerts, content, what keep() takes of the publish before and of this one,
  -- and five values for each body.
  local function writeState(at, before, sequence)
    redis.call('HSET', school, 'name', ARGV[at], 'zone', ARGV[at + 1], 'horizon', ARGV[at + 2],
      'alerts', ARGV[at + 3])
    redis.call('SET', content, ARGV[at + 4])
    keep(at + 5, before)
    keep(at + 8, sequence)
    redis.call('DEL', bodies)
    for i = at + 11, #ARGV, 5 do
      local key = ' ' .. ARGV[i]
      redis.call('HSET', bodies, 'meta' .. key, ARGV[i + 1], 'json' .. key, ARGV[i + 2],
        'brotli' .. key, ARGV[i + 3], 'gzip' .. key, ARGV[i + 4])
    end
  end
`;

export const ADD_SCHOOL = script(`${PRELUDE}
  if redis.call('EXISTS', school) == 1 then return 'taken' end
  redis.call('HSET', school, 'sequence', 1)
  writeState(1, '0', '1')
  touch()
  return 'added'
`);

/** Beside the keys of all: the index of the school's files. */
export const PUBLISH = script(`${PRELUDE}
  local files = KEYS[7]
  local base, id, version = ARGV[1], ARGV[3], ARGV[8]
  local sequence = redis.call('HGET', school, 'sequence')
  if not sequence then return 'unknown-school' end
  if sequence ~= base then return 'superseded' end
  if version == '1' then
    if of(id, 'token') then return 'superseded' end
  elseif id ~= '' and refusal(id, version) then return 'superseded' end

  for hash in string.gmatch(ARGV[2], '%S+') do
    if redis.call('HEXISTS', files, hash) == 0 then return 'superseded' end
  end

  -- A screen that was added or changed beside the publish has no body among these.
  local published = {}
  for i = 20, #ARGV, 5 do published[ARGV[i]] = true end
  local fields = redis.call('HGETALL', screens)
  local views, revoked = { [id] = id ~= '' and ARGV[5] or nil }, {}
  for i = 1, #fields, 2 do
    local field, screen = string.match(fields[i], '^(%S+) (.*)$')
    if field == 'view-key' and screen ~= id then views[screen] = fields[i + 1] end
    if field == 'revoked' then revoked[screen] = true end
  end
  for screen, view in pairs(views) do
    if not revoked[screen] and not published[view] then return 'superseded' end
  end

  local after = string.format('%.0f', tonumber(base) + 1)
  redis.call('HSET', school, 'sequence', after)
  writeState(9, base, after)
  if version == '1' then add(3) elseif id ~= '' then change(3) end
  touch()
  return redis.call('HGETALL', school)
`);

export const ADD_SCREEN = script(`${PRELUDE}
  if redis.call('EXISTS', school) == 0 then return 'unknown-school' end
  if redis.call('HEXISTS', bodies, 'meta ' .. ARGV[3]) == 0 then return 'no-body' end
  if of(ARGV[1], 'token') then return 'taken' end
  add(1)
  touch()
  return 'added'
`);

export const UPDATE_SCREEN = script(`${PRELUDE}
  local refused = refusal(ARGV[1], ARGV[6])
  if refused then return refused end
  if redis.call('HEXISTS', bodies, 'meta ' .. ARGV[3]) == 0 then return 'no-body' end
  change(1)
  touch()
  return 'updated'
`);

export const REVOKE_SCREEN = script(`${PRELUDE}
  local id = ARGV[1]
  if not isLive(id) then return 'unknown-screen' end
  redis.call('HSET', screens, 'revoked ' .. id, ARGV[2])
  touch()
  return 'revoked'
`);
