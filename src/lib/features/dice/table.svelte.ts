import type { Services } from '$lib/app/services.svelte';
import type { Form } from '$lib/domain/activity';
import { faceCount, isSame, rollDie, rollsInARow, rollSix, type Face, type Roll } from '$lib/domain/die';
import { drawSome } from '$lib/domain/draw';
import { cautionsNow, fitting, type Filter, type Fitting, type Wishes } from '$lib/domain/fit';
import { outwardIdeas, type Idea, type IdeaId } from '$lib/domain/idea';
import type { KeptDice } from '$lib/domain/kept-dice';
import { isNight } from '$lib/domain/night';
import {
	outdoorCautions,
	outsideAs,
	outsideAt,
	type OutdoorCaution,
	type Outside,
	type SaidOutside,
	type Season,
	type TimeOfDay
} from '$lib/domain/season';
import { isMotionReduced } from '$lib/platform/motion';
import { random32 } from '$lib/platform/random';
import type { DiceKeeper, Done } from './dice-keeper.svelte';

/** How long the die turns; the result is drawn before. */
const turnMs = 700;
const fadeMs = 200;

/** A die on the table: the face that is up, its other faces, and the previous one until it has turned. */
export interface Die {
	roll: Roll;
	before?: Face;
	/** Changes with every roll, and decides which of two opposite sides is up. */
	turn: number;
}

export const trioForms = ['physical', 'social', 'mental'] as const satisfies readonly Form[];
export type TrioForm = (typeof trioForms)[number];

/** What is on the table: the dice, what came up, and what the person may do with it. */
export class Table {
	#services: Services;
	readonly keeper: DiceKeeper;
	#die = $state.raw<Die>();
	#trio = $state.raw<Partial<Record<TrioForm, Die>>>({});
	#held = $state.raw<readonly TrioForm[]>([]);
	/** The face on the card: what came up, or what was chosen instead. */
	#shown = $state.raw<Face>();
	#relaxed = $state.raw<readonly Filter[]>([]);
	#isTurning = $state(false);
	#row = $state.raw<readonly Face[]>([]);
	#others = $state.raw<readonly Idea[]>([]);
	#done = $state.raw<Done>();
	#doing = $state.raw<Idea>();
	#isResting = $state(false);
	/** For now only: on another night it must be said again. */
	isOutFine = $state(false);

	readonly outside: Outside = $derived.by(() => {
		const { clock, preferences } = this.#services;
		const { today, hour, minute } = clock;
		const isOwnNight = isNight(minute, preferences.current.night);
		return outsideAs(outsideAt(Number(today.slice(5, 7)), hour, isOwnNight), this.keeper.kept.said, today);
	});
	readonly isOutCareful: boolean = $derived(outdoorCautions(this.outside).length > 0);
	/** After several rolls in a row, the person is asked to pick one or to rest. */
	readonly isEnough: boolean = $derived(this.#row.length >= rollsInARow);
	readonly isSixReady: boolean = $derived.by(() => this.keeper.sixFaces.length === faceCount);

	constructor(services: Services, keeper: DiceKeeper) {
		this.#services = services;
		this.keeper = keeper;
	}

	get die(): Die | undefined {
		return this.#die;
	}
	get trio(): Partial<Record<TrioForm, Die>> {
		return this.#trio;
	}
	get held(): readonly TrioForm[] {
		return this.#held;
	}
	get isTurning(): boolean {
		return this.#isTurning;
	}
	get shown(): Face | undefined {
		return this.#isTurning ? undefined : this.#shown;
	}
	get relaxed(): readonly Filter[] {
		return this.#relaxed;
	}
	get others(): readonly Idea[] {
		return this.#others;
	}
	get done(): Done | undefined {
		return this.#done;
	}
	/** Whether the person chose to rest. */
	get isResting(): boolean {
		return this.#isResting;
	}
	get doing(): Idea | undefined {
		return this.#doing;
	}
	/** What came up in this row of rolls, each idea once. */
	get row(): readonly Idea[] {
		const ideas = this.#row.filter((face) => face !== 'rest');
		return ideas.filter((idea, i) => ideas.findIndex((other) => isSame(idea, other)) === i);
	}

	cautions(idea: Idea): OutdoorCaution[] {
		return cautionsNow(idea, this.outside);
	}

	/** What the person said about outside, today. */
	get said(): Omit<SaidOutside, 'day'> {
		const { said } = this.keeper.kept;
		return said?.day === this.#services.clock.today ? said : {};
	}

	sayOutside = ({ season, time }: { season?: Season | undefined; time?: TimeOfDay | undefined }): void => {
		const day = this.#services.clock.today;
		const said = season || time ? { day, ...(season && { season }), ...(time && { time }) } : undefined;
		void this.keeper.remember({ said });
	};

	choose = (change: Pick<KeptDice, 'play'> & Partial<Pick<KeptDice, 'kind'>>): void => {
		this.clear();
		void this.keeper.remember(change);
	};

	roll = async (): Promise<void> => {
		if (this.#isTurning || !(await this.keeper.canRoll()) || this.#isTurning) return;
		const { kept, sixFaces } = this.keeper;
		if (kept.play === 'three') return this.#rollThree();
		const last = this.#die?.roll.face;
		const { ideas, relaxed } = this.#fit(kept.play === 'kind' ? { form: kept.kind } : {});
		const isSix = kept.play === 'six' && this.isSixReady;
		const roll = isSix
			? rollSix(sixFaces, last, random32)
			: rollDie(ideas, { seen: kept.seen, wasRest: last === 'rest' }, random32);
		if (!isSix) void this.keeper.remember({ seen: roll.seen });
		await this.#turn(() => {
			this.#die = this.#turned(this.#die, roll);
			this.#relaxed = isSix ? [] : relaxed;
			this.#shown = roll.face;
			this.#row = [...this.#row, roll.face];
		});
	};

	/** Draws a tiny idea of this form, for the gentle suggestion. */
	rollEasy = async (form: Form): Promise<void> => {
		if (this.#isTurning || !(await this.keeper.canRoll()) || this.#isTurning) return;
		const { ideas, relaxed } = this.#fit({ form, energy: 1 });
		const roll = rollDie(ideas, { seen: this.keeper.kept.seen, wasRest: true }, random32);
		void this.keeper.remember({ seen: roll.seen });
		await this.#turn(() => {
			this.#die = this.#turned(this.#die, roll);
			this.#relaxed = relaxed;
			this.#shown = roll.face;
		});
	};

	hold = (form: TrioForm, isHeld: boolean): void => {
		this.#held = trioForms.filter((each) => (each === form ? isHeld : this.#held.includes(each)));
	};

	/** Puts this face on the card without rolling. */
	take = (face: Face): void => {
		this.#shown = face;
		this.#others = [];
		this.#done = undefined;
		this.#row = [];
	};

	seeOthers = (): void => {
		const { kept } = this.keeper;
		const shown = this.#shown;
		const form = shown && shown !== 'rest' && kept.play !== 'one' ? shown.form : undefined;
		const { ideas } = this.#fit(form ? { form } : {});
		const left = ideas.filter((idea) => !shown || !isSame(idea, shown));
		const fresh = left.filter(({ id }) => !kept.seen.includes(id));
		this.#others = drawSome(fresh.length >= 2 ? fresh : left, 2, random32);
		void this.keeper.remember({ seen: [...kept.seen, ...this.#others.map(({ id }) => id)] });
	};

	start = (idea: Idea): void => {
		this.#doing = idea;
		this.#row = [];
	};
	/** Begins an idea that was chosen elsewhere, by its id; one that nobody knows changes nothing. */
	begin = async (id: IdeaId): Promise<void> => {
		if (!(await this.keeper.canRoll())) return;
		const [idea] = this.keeper.named([id]);
		if (!idea) return;
		this.take(idea);
		this.start(idea);
	};
	back = (): void => {
		this.#doing = undefined;
	};
	/** Shows another way to be here now, with eyes or hands. */
	another = (): void => {
		const { ideas } = this.#fit({ form: 'mindfulness' });
		const ways = outwardIdeas(ideas).filter((idea) => idea.id !== this.#doing?.id);
		const [way] = drawSome(ways, 1, random32);
		if (way) this.#doing = this.#shown = way;
	};

	did = async (idea: Idea): Promise<void> => {
		const done = await this.keeper.did(idea, () => {
			this.#done = undefined;
			this.#shown = idea;
		});
		if (!done) return;
		this.clear();
		this.#done = done;
	};

	rest = (): void => {
		this.clear();
		this.#isResting = true;
	};

	/** Empties the card; the dice stay as they are. */
	clear = (): void => {
		this.#shown = undefined;
		this.#others = [];
		this.#relaxed = [];
		this.#row = [];
		this.#done = undefined;
		this.#doing = undefined;
		this.#isResting = false;
	};

	#fit(more: Partial<Wishes>): Fitting {
		const { kept, ideas, mine } = this.keeper;
		return fitting(
			ideas,
			{ ...kept.wishes, ...more },
			{ hidden: kept.hidden, mine, outside: this.outside, isOutFine: this.isOutFine }
		);
	}

	#turned(die: Die | undefined, roll: Roll): Die {
		return { roll, before: die?.roll.face, turn: (die?.turn ?? 0) + 1 };
	}

	async #rollThree(): Promise<void> {
		const trio = { ...this.#trio };
		const seen = [...this.keeper.kept.seen];
		const relaxed: Filter[] = [];
		for (const form of trioForms) {
			if (this.#held.includes(form) && trio[form]) continue;
			const fit = this.#fit({ form });
			relaxed.push(...fit.relaxed.filter((filter) => !relaxed.includes(filter)));
			const roll = rollDie(fit.ideas, { seen, wasRest: true }, random32);
			seen.splice(0, seen.length, ...roll.seen);
			trio[form] = this.#turned(trio[form], roll);
		}
		void this.keeper.remember({ seen });
		await this.#turn(() => {
			this.#trio = trio;
			this.#shown = undefined;
			this.#relaxed = relaxed;
			this.#row = [...this.#row, ...trioForms.slice(0, 1).flatMap((form) => trio[form]?.roll.face ?? [])];
		});
	}

	async #turn(lay: () => void): Promise<void> {
		this.#others = [];
		this.#done = undefined;
		this.#isResting = false;
		this.#isTurning = true;
		lay();
		await new Promise((resolve) => setTimeout(resolve, isMotionReduced() ? fadeMs : turnMs));
		this.#isTurning = false;
	}
}
