import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const filesIn = (folder: string, ending: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(ending))
		.map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

const classes = ['src/lib/app', 'src/lib/features', 'src/lib/ui']
	.flatMap((folder) => filesIn(folder, '.ts'))
	.flatMap((text) => [...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name!));
/** What a unit test brings in to use it: a type alone is not used. */
const imported = new Set(
	filesIn('tests/unit', '.test.ts').flatMap((text) =>
		[...text.matchAll(/^import \{([^}]*)\} from/gm)].flatMap(([, names]) =>
			names!
				.split(',')
				.map((name) => name.trim())
				.filter((name) => !name.startsWith('type '))
				.map((name) => name.split(' as ')[0]!)
		)
	)
);

test('each class that screens are made of is tried by a unit test', () => {
	expect(classes.length).toBeGreaterThan(30);
	expect(classes.filter((name) => !imported.has(name))).toEqual([]);
});
