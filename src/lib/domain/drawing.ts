/**
 * The drawings that a person can choose for a step in own words. The place in this list, from 1, is their number in the
 * code of a sheet: nothing is ever moved or taken out, and there is no room for more (see docs/the-code.md).
 */
export const choosableDrawings = [
	'cafe',
	'ball',
	'bus',
	'visit',
	'guitar',
	'tea',
	'train',
	'walk',
	'boots',
	'bike',
	'rink',
	'swim',
	'garden',
	'park',
	'dog',
	'phone',
	'talk',
	'people',
	'letter',
	'music',
	'book',
	'write',
	'paint',
	'knit',
	'cards',
	'film',
	'cook',
	'groceries',
	'tidy',
	'care',
	'work'
] as const;

/** Those that go with steps of the catalogue, and with own words that name them. */
const otherDrawings = [
	'curtains',
	'alarm',
	'up',
	'shower',
	'teeth',
	'clothes',
	'bed',
	'water',
	'breakfast',
	'meal',
	'fruit',
	'pills',
	'calendar',
	'laundry',
	'money',
	'rest',
	'weights',
	'stretch',
	'puzzle',
	'tools',
	'drink',
	'smoke',
	'cannabis',
	'wait',
	'screens',
	'breathe',
	'sun',
	'dice',
	'enjoy',
	'photo',
	'hand',
	'wash'
] as const;

/** The large drawings: each is a group with this id in `src/lib/paper/drawings.svg`. */
export const drawingNames = [...choosableDrawings, ...otherDrawings] as const;
export type DrawingName = (typeof drawingNames)[number];

/** Those that stand on a page that would be bare, in `static/spots.svg`; written by scripts/make-spots.mjs. */
export const spotNames = [
	'curtains',
	'walk',
	'breathe',
	'write',
	'photo',
	'knit',
	'letter',
	'people',
	'garden',
	'hand',
	'sun',
	'talk',
	'tea',
	'calendar',
	'enjoy'
] as const satisfies readonly DrawingName[];
export type SpotName = (typeof spotNames)[number];

/** What a person chose for a step in own words: one of the drawings, or none at all. */
export type DrawingChoice = 'none' | DrawingName;
/** Those that the code of a sheet can say. */
export const drawingChoices = ['none', ...choosableDrawings] as const;
