// Measures the built site beside plain pages and a checklist written by hand, in one alternating run on a slow phone's profile
// (processor slowed 6 times, Slow 4G shaped on the server's side, HTTP/2, brotli): npm run bench
// Only ratios within one run count; docs/benchmarks.md keeps the last table. About a quarter of an hour; the machine must be quiet.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { goalsTable } from './bench/goals.mjs';
import { measureNotRunning } from './bench/not-running.mjs';
import { asked, measureOpenings, tableOf } from './bench/openings.mjs';
import { plainPage } from './bench/sites.mjs';

const how = asked();
const load = loadavg()[0] ?? 0;
const plainFolder = mkdtempSync(join(tmpdir(), 'envol-plain-'));
for (const page of ['today', 'help'])
	writeFileSync(join(plainFolder, `${page}.html`), plainPage(`build/en/${page}/index.html`));
const results = await measureOpenings({ ...how, plainFolder });
const notRunning = await measureNotRunning(how.rounds);
rmSync(plainFolder, { recursive: true });

const report = `# How fast it is

Last run of \`npm run bench\`: ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, load ${load.toFixed(1)} before it, ${how.rounds} alternating
rounds, medians. Processor slowed ${6} times, Slow 4G on the server's side, HTTP/2, brotli. Times of different runs do not compare; ratios in one run do.

${goalsTable(results, notRunning)}

"Offline" opens from the offline copy, with no network; "warm" over the network, with the browser's own cache and no worker; "cold" for the first
time. "Shown and answering" is when the person's own words, or the first choice, are painted and a tap on them counts; "awake" when every control of
the page works. The checklist is written by hand and keeps its ticks in the browser's database; the plain page keeps nothing. Times in ms.

${tableOf(results)}

| from a browser that was not running, offline | first words, ms |
|---|---|
${Object.entries(notRunning).map(([name, ms]) => `| ${name} | ${ms.toFixed(0)} |`).join('\n')}

Help can be read and called from its first paint. How an offline start looked before the list waited in the page, and how it looks since:
[a film strip](pictures/offline-start.jpg).
`; // prettier-ignore
writeFileSync('docs/benchmarks.md', await format(report, { parser: 'markdown', printWidth: 150 }));
console.log(report);
