-- A second of think time before each request.

function delay()
  return 1000
end
