-- Asks for another product each time, and prints percentiles at the end.
--
--   spate wrk -t2 -c50 -d10s -s examples/wrk/report.lua http://localhost:8000

local number = 0

function request()
  number = number + 1
  return wrk.format("GET", "/api/products/" .. 1 + number % 20)
end

function done(summary, latency, requests)
  print("percentile    latency")
  for _, p in ipairs { 50, 90, 95, 99, 99.9 } do
    print(("%9g%%  %6.2f ms"):format(p, latency:percentile(p) / 1000))
  end
  print(("%10s  %6.2f ms"):format("max", latency.max / 1000)) -- percentile(100) is 0, as in wrk
  local failed = summary.errors.status + summary.errors.timeout
  print(("failed: %.2f%%"):format(100 * failed / summary.requests))
end
