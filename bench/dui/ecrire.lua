-- Each request writes one transmission with an id of its own, as a program of the API does.
local fil = 0
function setup(thread) thread:set("fil", fil) fil = fil + 1 end
function init()
    n = 0
    champs = { ["Cookie"] = os.getenv("COOKIE"), ["X-CSRF-Token"] = os.getenv("CSRF"), ["Content-Type"] = "application/json" }
    depart = os.time()
end
function request()
    n = n + 1
    local corps = string.format('{"id":"%08x%08x%016x","finess_et":"%s","personne":"%s","classe":"quotidien","forme":"ciblee",' ..
        '"cible":"Nuit","donnees":"A dormi de 22 h à 6 h, levée une fois.","actions":"Accompagnée aux toilettes.",' ..
        '"resultats":"Rendormie en dix minutes."}', depart, fil, n, os.getenv("FINESS"), os.getenv("PERSONNE"))
    return wrk.format("POST", "/api/transmissions", champs, corps)
end
fautes = 0
function response(status) if status ~= 201 then fautes = fautes + 1 end end
function done(somme, latence)
    io.write(string.format("ecrites=%d non_201=%d duree_us=%d p50_us=%d p99_us=%d p999_us=%d\n", somme.requests,
        somme.errors.status, somme.duration, latence:percentile(50), latence:percentile(99), latence:percentile(99.9)))
end
