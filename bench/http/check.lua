-- POST of one dossier, read once from the file named by DOSSIER.
local fichier = io.open(os.getenv("DOSSIER"), "rb")
wrk.method = "POST"
wrk.body = fichier:read("*a")
wrk.headers["Content-Type"] = "application/json"
fichier:close()

function done(summary, latency)
    local erreurs = summary.errors
    io.write(string.format("mesure %.1f %.3f %.3f %d\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
        latency:percentile(99) / 1000,
        erreurs.connect + erreurs.read + erreurs.write + erreurs.status + erreurs.timeout))
end
