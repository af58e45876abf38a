import { script } from '../../store/redis/redis-data.js';

/** Keys: the upload. Adds a chunk, and puts off that the upload is forgotten. */
export const ADD_CHUNK = script(`
  local place, chunk, forgetMs = unpack(ARGV)
  redis.call('HSET', KEYS[1], place, chunk)
  redis.call('PEXPIRE', KEYS[1], forgetMs)
  return 'added'
`);

/** Keys: the school's index, the upload and the file. Makes a whole upload a file of the school. */
export const KEEP = script(`
  local index, upload, file = KEYS[1], KEYS[2], KEYS[3]
  local hash, entry, bytes, maxBytes, chunks = unpack(ARGV)

  if redis.call('HLEN', upload) ~= tonumber(chunks) then return 'forgotten' end
  local isKnown = redis.call('HEXISTS', index, hash) == 1
  local total = tonumber(bytes)
  for _, other in ipairs(redis.call('HVALS', index)) do
    total = total + tonumber(string.match(other, '^%d+'))
  end
  if not isKnown and total > tonumber(maxBytes) then return 'no-room' end

  redis.call('RENAME', upload, file)
  redis.call('PERSIST', file)
  redis.call('HSET', index, hash, entry)
  return isKnown and 'known' or 'new'
`);

/**
 * Keys: the school's index, the file and the school's content. Looks at what is published in the same
 * step, as a publish looks at the files: between nodes, nothing else holds the two together.
 */
export const REMOVE = script(`
  local index, file, content, hash = KEYS[1], KEYS[2], KEYS[3], ARGV[1]
  if redis.call('HEXISTS', index, hash) == 0 then return 'unknown-file' end
  local published = redis.call('GET', content)
  if published and string.find(published, hash, 1, true) then return 'in-use' end
  redis.call('HDEL', index, hash)
  redis.call('UNLINK', file)
  return 'removed'
`);
