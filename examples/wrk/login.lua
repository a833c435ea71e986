-- Logs in once per thread, and sends the token with all that follows.
--
--   spate wrk -t2 -c50 -d10s -s examples/wrk/login.lua http://localhost:8000

local token

function request()
  if not token then
    local body = '{"username": "test", "password": "password"}'
    return wrk.format("POST", "/api/auth/login", { ["Content-Type"] = "application/json" }, body)
  end
  return wrk.format("GET", "/api/users/1", { Authorization = "Bearer " .. token })
end

function response(status, headers, body)
  if not token and status == 200 then
    token = body:match('"token"%s*:%s*"([^"]+)"')
  end
end
