-- Makes each request anew, as scripts for wrk do.
local number = 0

function request()
  number = number + 1
  wrk.headers["X-Number"] = number
  return wrk.format("GET", "/api/health")
end
