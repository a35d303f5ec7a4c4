export const databaseName = 'envol';

/** The name under which a database is rebuilt that could not be opened, or came back empty. */
export function nameAfter(name: string): string {
	const [, base = name, number = '1'] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? [];
	return `${base}-${Number(number) + 1}`;
}
