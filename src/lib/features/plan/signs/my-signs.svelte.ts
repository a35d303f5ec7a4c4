import { ListKeeper } from '$lib/app/keepers/list-keeper.svelte';
import { nameOf } from '../person-words';
import type { Services } from '$lib/app/services.svelte';
import type { EarlySign } from '$lib/domain/early-sign';
import type { MySign } from '$lib/domain/my-plan';
import type { Person } from '$lib/domain/people';
import type { Translate } from '$lib/i18n';
import { signTitle } from './sign-title';

/** The person's early signs, the examples they may come from, and whom they tell. */
export class MySigns {
	readonly keeper: ListKeeper<'mySigns'>;
	readonly people: ListKeeper<'people'>;
	/** Undefined until they are loaded, or where they cannot be. */
	#examples = $state.raw<readonly EarlySign[]>();
	#areAsked = $state(false);

	constructor(services: Services) {
		this.keeper = new ListKeeper(services, 'mySigns');
		this.people = new ListKeeper(services, 'people');
	}

	get examples(): readonly EarlySign[] {
		return this.#examples ?? [];
	}

	get isReady(): boolean {
		return this.keeper.isReady && this.people.isReady && this.#areAsked;
	}

	open = async (): Promise<void> => {
		await this.keeper.open();
		try {
			this.#examples = (await import('$lib/content/early-signs')).earlySigns;
		} catch {
			// stored signs can be read and changed without the examples
		}
		this.#areAsked = true;
	};

	/** Whether to show it with help. Without the examples, every example counts as urgent. */
	isUrgent = ({ sign }: MySign): boolean =>
		sign !== undefined &&
		(this.#examples?.some(({ id, level }) => id === sign && level === 'urgent') ?? true);

	personOf = ({ tells }: MySign): Person | undefined => (tells ? this.people.items[tells] : undefined);

	titleOf = signTitle;

	/** "I go to bed early. I tell Léa." */
	thenOf = (t: Translate, mine: MySign): string[] => [
		...(mine.does ? [t('my-plan.signs.ifThen', { does: mine.does })] : []),
		...this.#tellOf(t, mine)
	];

	/** A role is not a name: it gets a sentence of its own. */
	#tellOf(t: Translate, mine: MySign): string[] {
		const person = this.personOf(mine);
		const name = person ? person.name : mine.tellsWords;
		if (name) return [t('my-plan.signs.tell', { name })];
		return person ? [t('my-plan.signs.tellRole', { role: nameOf(t, person) })] : [];
	}
}
