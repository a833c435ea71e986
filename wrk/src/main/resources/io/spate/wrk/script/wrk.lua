-- What scripts of wrk find in the global table "wrk", and the objects they are handed.
--
-- host(what, ...) asks Java; where it cannot answer, it returns nil and why.

local host = ...

local function ask(...)
  local answer, more = host(...)
  if answer == nil and more then
    error(more, 3)
  end
  return answer, more
end

-- An object with behaviour of its own; scripts see a userdata, as with wrk.
local function object(behaviour)
  local made = newproxy(true)
  local meta = getmetatable(made)
  for event, action in pairs(behaviour) do
    meta[event] = action
  end
  return made
end

-- Addresses: for Java they are texts such as 127.0.0.1:80.

local written = setmetatable({}, { __mode = "k" })

local function address(text)
  local made = object { __tostring = function() return text end }
  written[made] = text
  return made
end

local function text_of(addr)
  return written[addr] or error("an address is expected here", 3)
end

-- Threads: for Java they are numbers.

local function thread(id)
  local methods = {
    get = function(_, name) return (ask("get", id, name)) end,
    set = function(_, name, value) ask("set", id, name, value) end,
    stop = function() ask("stop", id) end,
  }
  return object {
    __index = function(_, name)
      if name == "addr" then
        return address(ask("address", id))
      end
      return methods[name]
    end,
    __newindex = function(_, name, value)
      if name ~= "addr" then
        error("cannot set '" .. type(value) .. "' on thread", 2)
      end
      ask("readdress", id, text_of(value))
    end,
  }
end

-- Statistics: for Java they are "latency" and "requests".

local function statistics(which)
  local function percentile(_, p)
    local number = tonumber(p)
    if not number then
      error("bad argument #1 to 'percentile' (number expected, got " .. type(p) .. ")", 2)
    end
    return (ask("statistics", which, "percentile", number))
  end
  return object {
    __index = function(_, name)
      if name == "percentile" then
        return percentile
      end
      return (host("statistics", which, name))
    end,
    __call = function(_, index) return host("statistics", which, "value", index) end,
    __len = function() return (host("statistics", which, "distinct")) end,
  }
end

-- The table of scripts.

local wrk = {
  scheme = "http",
  host = "localhost",
  method = "GET",
  path = "/",
  headers = {},
}

-- A header by its name in any case. wrk 4.1 looks for the very name, and may send one twice.
local function header(headers, name)
  local exact = headers[name]
  if exact ~= nil then
    return exact
  end
  for each, value in pairs(headers) do
    if type(each) == "string" and each:lower() == name:lower() then
      return value
    end
  end
end

function wrk.lookup(name, service)
  local found = {}
  for text in ask("lookup", name, service):gmatch("%S+") do
    found[#found + 1] = address(text)
  end
  return found
end

function wrk.connect(addr)
  return (ask("connect", text_of(addr)))
end

function wrk.resolve(name, service)
  local reachable = {}
  for _, addr in ipairs(wrk.lookup(name, service)) do
    if wrk.connect(addr) then
      reachable[#reachable + 1] = addr
    end
  end
  wrk.addrs = reachable
end

function wrk.setup(thread)
  -- Threads have the address that Java found reachable first; a script may name another.
  if type(setup) == "function" then
    setup(thread)
  end
end

function wrk.init(args)
  if not header(wrk.headers, "Host") then
    local name = wrk.host
    if name:find(":", 1, true) then
      name = "[" .. name .. "]"
    end
    if wrk.port then
      name = name .. ":" .. wrk.port
    end
    wrk.headers["Host"] = name
  end
  if type(init) == "function" then
    init(args)
  end
  local static = wrk.format()
  wrk.request = function() return static end
end

function wrk.format(method, path, headers, body)
  headers = headers or wrk.headers
  body = body or wrk.body
  local lines = { ("%s %s HTTP/1.1"):format(method or wrk.method, path or wrk.path) }
  if not header(headers, "Host") then
    lines[2] = ("Host: %s"):format(tostring(header(wrk.headers, "Host")))
  end
  for name, value in pairs(headers) do
    if name ~= "Content-Length" then
      lines[#lines + 1] = ("%s: %s"):format(name, tostring(value))
    end
  end
  if body then
    lines[#lines + 1] = ("Content-Length: %d"):format(#body)
  end
  lines[#lines + 1] = ""
  lines[#lines + 1] = body or ""
  return table.concat(lines, "\r\n")
end

-- What Java calls.

local entries = {}

function entries.target(scheme, name, port, path, headers)
  wrk.scheme, wrk.host, wrk.port, wrk.path = scheme, name, port, path
  for each, value in pairs(headers) do
    wrk.headers[each] = value
  end
end

function entries.resolve(name, service)
  wrk.resolve(name, service)
  return wrk.addrs[1] and tostring(wrk.addrs[1])
end

function entries.setup(id)
  wrk.setup(thread(id))
end

function entries.init(args)
  wrk.init(args)
end

function entries.adopt(id)
  wrk.thread = thread(id)
end

function entries.done(summary)
  done(summary, statistics("latency"), statistics("requests"))
end

_G.wrk = wrk
package.loaded.wrk = wrk
return entries
