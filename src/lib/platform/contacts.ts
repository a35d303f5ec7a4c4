/** One person of the device's own list of contacts, as far as the person lets us see. */
export interface Contact {
	name?: string;
	phone?: string;
}

interface ContactsManager {
	select(properties: string[]): Promise<{ name?: string[]; tel?: string[] }[]>;
}

function manager(): ContactsManager | undefined {
	return (navigator as Navigator & { contacts?: ContactsManager }).contacts;
}

/** Only some telephones let a page ask. */
export function canPickContact(): boolean {
	return typeof manager()?.select === 'function';
}

/** The person picks one in a window of the device; undefined when they pick none. Envol sees nobody else. */
export async function pickContact(): Promise<Contact | undefined> {
	try {
		const [picked] = (await manager()?.select(['name', 'tel'])) ?? [];
		if (!picked) return undefined;
		return { name: picked.name?.[0], phone: picked.tel?.[0] };
	} catch {
		return undefined;
	}
}
