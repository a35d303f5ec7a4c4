/** One entry of the device's contacts, with the fields that the person shared. */
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

/** Only some phones offer a contact picker. */
export function canPickContact(): boolean {
	return typeof manager()?.select === 'function';
}

/**
 * The person picks one contact in the device's own picker; undefined when they pick none. Envol sees no other
 * contact.
 */
export async function pickContact(): Promise<Contact | undefined> {
	try {
		const [picked] = (await manager()?.select(['name', 'tel'])) ?? [];
		if (!picked) return undefined;
		return { name: picked.name?.[0], phone: picked.tel?.[0] };
	} catch {
		return undefined;
	}
}
