-- Search while typing: the beginnings, letter by letter, of words that occur in the register.
local mots = {"ehpad", "les tilleuls", "residence du parc", "foyer de vie", "bordeaux", "saint martin",
    "mas", "ime", "esat", "notre dame", "limoges", "la rochelle", "33000", "home", "maison de retraite",
    "service d'aide", "les jardins", "adapei", "apf", "poitiers", "0100", "3300", "75011", "ajaccio",
    "residence autonomie", "jean", "val de", "hopital", "croix rouge", "accueil de jour", "samsah"}
local tirages = {}

function init()
    math.randomseed(20240524)
    for _, mot in ipairs(mots) do
        for fin = 1, #mot do
            local debut = mot:sub(1, fin):gsub(" ", "%%20"):gsub("'", "%%27")
            tirages[#tirages + 1] = wrk.format("GET", "/api/etablissements?q=" .. debut)
        end
    end
end

function request()
    return tirages[math.random(#tirages)]
end

function done(summary, latency)
    local erreurs = summary.errors
    io.write(string.format("mesure %.1f %.3f %.3f %d\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
        latency:percentile(99) / 1000,
        erreurs.connect + erreurs.read + erreurs.write + erreurs.status + erreurs.timeout))
end
