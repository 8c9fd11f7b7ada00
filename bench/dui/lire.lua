-- One address, read again and again with a session.
function init() champs = { ["Cookie"] = os.getenv("COOKIE"), ["Accept"] = os.getenv("ACCEPT") or "*/*" } end
function request() return wrk.format("GET", os.getenv("CHEMIN"), champs) end
function done(somme, latence)
    io.write(string.format("lues=%d non_200=%d duree_us=%d p50_us=%d p99_us=%d\n", somme.requests, somme.errors.status,
        somme.duration, latence:percentile(50), latence:percentile(99)))
end
