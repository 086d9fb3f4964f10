-- The same as hot-event.js for wrk, which takes less of the machine. TOKENS is a file with a token a
-- line, each of another user; EVENT is the id of one on sale.
-- TOKENS=tokens.txt EVENT=id wrk -t1 -c64 -d10s -s load/hot-event.lua http://127.0.0.1:8080
local headers = { ["Content-Type"] = "application/json" }
local body = string.format('{"eventId":"%s","quantity":1}', os.getenv("EVENT"))
local tokens = io.lines(os.getenv("TOKENS"))
local run = os.time() % 0x10000
local number = 0

local function next_token()
  local token = tokens()
  if not token then
    tokens = io.lines(os.getenv("TOKENS"))
    token = tokens()
  end
  return token
end

function request()
  number = number + 1
  headers["Authorization"] = "Bearer " .. next_token()
  headers["Idempotency-Key"] = string.format("%08x-%04x-4000-8000-%012x", number, run, number)
  return wrk.format("POST", "/api/v1/bookings", headers, body)
end
