-- Reads and creations, one request after the other on each connection: GET of CHEMIN, or POST of CORPS ("%s": an id of its own).
local fil = 0
function setup(thread) thread:set("fil", fil) fil = fil + 1 end
function init()
    n, depart, corps = 0, os.time(), os.getenv("CORPS")
    champs = { ["Content-Type"] = os.getenv("GENRE") or "application/json" }
    if os.getenv("COOKIE") then champs["Cookie"], champs["X-CSRF-Token"] = os.getenv("COOKIE"), os.getenv("CSRF") end
end
function request()
    if not corps then return wrk.format("GET", os.getenv("CHEMIN"), champs) end
    n = n + 1
    return wrk.format("POST", os.getenv("CHEMIN"), champs, (corps:gsub("%%s", string.format("%08x%08x%016x", depart, fil, n))))
end
function done(somme, latence)
    io.write(string.format("faites=%d refusees=%d duree_us=%d p50_us=%d p99_us=%d\n", somme.requests, somme.errors.status,
        somme.duration, latence:percentile(50), latence:percentile(99)))
end
