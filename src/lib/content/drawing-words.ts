import type { DrawingName } from '$lib/domain/drawing';
import { spaced } from '$lib/domain/search';

/**
 * The words that a drawing stands for, in both languages, as the beginnings of words; several in a row must follow each
 * other, and "=" ends a word that would begin too many others. The first drawing with a match is taken: so what is
 * rarer and says more stands before what is common.
 */
const drawingWords: readonly (readonly [DrawingName, string])[] = [
	['teeth', 'teeth, tooth, dents, dentist'],
	['dog', 'dog, puppy, chien, chiot'],
	['cards', 'play cards, jouer aux cartes, aux cartes, card game, board game, bingo, cribbage, uno=, jeu de societe, jeux de societe, domino'], // prettier-ignore
	['guitar', 'guitar, ukulele, banjo'],
	['rink', 'skat, patin, hockey, rink='],
	['swim', 'swim, pool=, piscine, nager, nage=, natation, baign, aquafit, aquaforme'],
	['bike', 'bike, bicycl, cycling, velo, bixi'],
	['ball', 'ball=, ballon, soccer, basketball, volleyball, baseball, football, tennis, pickleball, petanque, bowling, quilles'], // prettier-ignore
	['weights', 'gym=, weights, muscul, haltere, push up'],
	['stretch', 'yoga, stretch, etirer, etirement, pilates, tai chi'],
	['train', 'train=, trains, metro=, subway, gare='],
	['bus', 'bus=, buses, autobus'],
	['guitar', 'guitare'],
	['music', 'music, musique, sing=, singing, song, chanter, chanson, chant=, chorale, choir, piano, harmonica, accordeon, accordion, violon, violin, drum, tambour, radio, playlist'], // prettier-ignore
	['film', 'movie, film, cinema, tv=, tele=, television, netflix, serie='],
	['knit', 'knit, crochet, tricot, sew=, sewing, coudre, couture, laine, wool, quilt, courtepointe'],
	['paint', 'paint, peint, draw=, drawing, dessin, art=, arts=, color, colour, aquarel, bricol, craft'],
	['puzzle', 'puzzle, casse tete, sudoku, crossword, mots croises, mot croise, lego, echecs, chess'],
	['photo', 'photo'],
	['care', 'nurse, doctor, clinic, infirm, medecin, docteur, rendez vous, rdv=, appointment, psy=, psychiat, psycholog, therap, hopital, hospital, social worker, travailleuse sociale, travailleur social, intervenant, blood test, prise de sang, injection'], // prettier-ignore
	['pills', 'pill, medic, meds=, pilule, comprime, dosette, pharmac'],
	['laundry', 'laundry, lessive, lavage, brassee'],
	['groceries', 'grocer, epicerie, market=, shopping, magasin, depanneur, food bank, banque alimentaire, faire les courses, faire des courses'], // prettier-ignore
	['money', 'bill=, bills=, budget, rent=, loyer, facture, payer, money, argent=, banque, bank='],
	['garden', 'garden, jardin, plant=, plants=, plante, arros, seedling, semis, tomat, fleur, flower'],
	['cook', 'cook, recipe, cuisin, recette, bake=, baking, soup'],
	['tea', 'tea=, tisane, herbal'],
	['cafe', 'cafe=, coffee, tim hortons'],
	['phone', 'phone, call=, calling, telephon, appel, texto, text=, facetime, videocall'],
	['letter', 'letter, lettre, postcard, carte postale, courriel, email, mail='],
	['visit', 'visit, voir ma=, voir mon=, voir mes=, see my, chez='],
	['people', 'group, groupe, club=, meeting, reunion, friend, ami=, amis=, amie, family, famille, church, eglise, mosque, centre de jour, day centre, clubhouse'], // prettier-ignore
	['talk', 'talk, speak, parler, jaser, chat=, chatting, discut, placoter'],
	['boots', 'snow, neige, boots, bottes, shovel, pellet, raquette, ski=, sled, glissade, glisser dehors'],
	['walk', 'walk, marche=, marcher, stroll, promen, balad, hike, hiking, randonn'],
	['park', 'park=, parc=, bench, forest, foret, outside, outdoors, dehors, oiseau, bird, nature'],
	[
		'book',
		'read=, reading, book=, books=, library, lire=, lecture, livre, bibliotheque, magazine, bible, roman='
	],
	['write', 'write, writing, ecrire, ecriture, journal=, diary, notebook, carnet, poem'],
	['work', 'work=, job=, travail, emploi, volunteer, benevol, school, ecole, cours=, class=, study, etudi, cv=, resume='], // prettier-ignore
	['tools', 'fix=, fixing, repair, repar, tool, outil, menuiserie, woodwork'],
	['tidy', 'clean, tidy, dust=, sweep, vacuum, menage, ranger, balai, balay, aspirateur, poubelle, garbage, dishes, vaisselle, chambre'], // prettier-ignore
	['shower', 'shower, bath=, douche, bain='],
	['wash', 'wash, laver, hands, mains='],
	['clothes', 'dressed, clothes, habill, vetement, pyjama, pajama'],
	['curtains', 'curtain, rideau'],
	['up', 'get up, out of bed, me lever, se lever, lever='],
	['alarm', 'alarm, wake=, reveil, cadran'],
	['breakfast', 'breakfast, dejeuner, egg=, eggs=, oeuf, toast, rotie, gruau, cereal'],
	['fruit', 'fruit, apple, pomme, vegetable, legume, banan'],
	['meal', 'eat=, eating, meal, lunch, supper, dinner, manger, repas, souper, diner, restaurant'],
	['water', 'water, eau=, drink a glass'],
	['cannabis', 'cannabis, weed=, joint=, joints=, pot='],
	['smoke', 'smok, cigar, vape, vaping, tabac, fumer, nicotine, vapot'],
	['drink', 'alcohol, beer, wine=, alcool, biere, vin='],
	['screens', 'screen, ecran'],
	['bed', 'bed=, sleep, lit=, dormir, coucher, nap=, sieste, sommeil'],
	['breathe', 'breath, respir, meditat, mindful, pleine conscience'],
	['sun', 'sun=, sunshine, daylight, soleil'],
	['rest', 'rest=, relax, repos, pause, break=, detente'],
	['calendar', 'plan=, planner, calendar, calendrier, agenda, horaire'],
	['wait', 'wait=, attendre']
];

const looks = drawingWords.map(
	([name, list]) =>
		[
			name,
			list.split(', ').map((each) => ` ${each.replace(/=$/, '')}${each.endsWith('=') ? ' ' : ''}`)
		] as const
);

/** Without their accents, these would be the English article, and to walk. */
const withAccents: readonly (readonly [DrawingName, RegExp])[] = [
	['tea', /(?:^|[^\p{L}])thés?(?:$|[^\p{L}])/iu],
	['groceries', /(?:^|[^\p{L}])marchés?(?:$|[^\p{L}])/iu]
];

/** The drawing that own words name, in either language; undefined when they name none of them. */
export function guessedDrawing(words: string): DrawingName | undefined {
	const accented = withAccents.find(([, word]) => word.test(words.normalize('NFC')));
	if (accented) return accented[0];
	const text = `${spaced(words)} `;
	return looks.find(([, begins]) => begins.some((begin) => text.includes(begin)))?.[0];
}
