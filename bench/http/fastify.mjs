// The peer of POST /api/check: parses the body and answers, from memory, the bytes of the file.
// Arguments: the file, the number of processes.
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const [fichier, processus = '1'] = process.argv.slice(2);
if (cluster.isPrimary && processus !== '1') {
    for (let i = 0; i < Number(processus); i++) cluster.fork();
    cluster.on('listening', (_, { port }) => console.log(`http://127.0.0.1:${port}`));
    process.on('SIGTERM', () => process.exit(0));
} else {
    const reponse = readFileSync(fichier);
    const serveur = Fastify({ bodyLimit: 8 * 1024 * 1024 });
    serveur.post('/api/check', (requete, envoi) => {
        if (!Array.isArray(requete.body.essms)) return envoi.code(422).send();
        return envoi.header('content-type', 'application/json').send(reponse);
    });
    const adresse = await serveur.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
    if (cluster.isPrimary) console.log(adresse);
}
