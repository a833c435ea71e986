-- A login, its token, a request with it, and a check. wrk keeps no state for a connection: what a login brought is
-- used by whichever connection comes next.

local tokens, first, last = {}, 1, 0

failed = 0

function request()
  if first > last then
    return wrk.format("POST", "/api/auth/login", { ["Content-Type"] = "application/json" },
      '{"username":"u","password":"p"}')
  end
  local token = tokens[first]
  tokens[first] = nil
  first = first + 1
  return wrk.format("GET", "/api/users", { Authorization = "Bearer " .. token })
end

function response(status, headers, body)
  if status ~= 200 then
    failed = failed + 1
    return
  end
  local token = body:match('"token"%s*:%s*"([^"]+)"')
  if token then
    last = last + 1
    tokens[last] = token
  end
end
