import { isolated } from '$lib/domain/isolated';
import type { PictogramName } from '$lib/domain/pictogram';
import type { Person, Role } from '$lib/domain/people';
import type { Translate } from '$lib/i18n';

/** The pictogram of a role. */
export const rolePictograms: Record<Role, PictogramName> = {
	close: 'users',
	partner: 'heart',
	family: 'house',
	friend: 'coffee',
	neighbour: 'trees',
	elder: 'users',
	faith: 'heart',
	employer: 'briefcase',
	other: 'users',
	team: 'users',
	doctor: 'stethoscope',
	psychiatrist: 'stethoscope',
	nurse: 'stethoscope',
	peerSupport: 'users',
	socialWorker: 'users',
	occupationalTherapist: 'hand',
	psychologist: 'message-circle',
	pharmacist: 'pill',
	caseManager: 'users',
	employmentCounsellor: 'briefcase'
};

/** Ready-made words for asking. */
export const readyWords = ['stay', 'call', 'come', 'beside'] as const;

/** Their name, or their role until a name is written. */
export function nameOf(t: Translate, { name, role }: Pick<Person, 'name' | 'role'>): string {
	return name ? isolated(name) : t(`people.roles.${role}`);
}
