/**
 * 1,024 short, common words in Canadian French, to seal a copy with five of them (see `src/lib/domain/passphrase.ts`). None is the
 * beginning of another and none is one letter away from another, accents apart, so that a slip of the pen gives no other
 * word. Nothing cruel, and nothing about illness, death, weapons, heights or substances: any five of them may stand together.
 */
export const passphraseWords: readonly string[] = `
	abeille abricot absent acajou accent accord accueil acier acteur admirer adresse aérien affiche agenda agile
	agneau aide aigle ajouter album algue aliment allée allumer amiral ampoule amuser ananas ancien animal anis
	annonce antenne appel arbre arcade ardoise arène argent arrêt arriver arroser article artiste asperge astre
	atelier atlas atome auberge audace aurore autobus automne avance avenue averse avion avocat avoine azur
	bagage bague balai balance baleine bambou banane bande banjo banque barbe bascule bassin bâtir bavard bazar
	beauté belette bélier béluga berceau béret berline bermuda besoin beurre bijou billard billet binette
	biscuit bison blanc bleu bloc blouse bobine bocal bois bonbon bonheur bonjour bonnet bonsoir bosquet botte
	boucle bouée bougie bourdon branche brave brebis bridge brique brise broche brocoli bronze brosse bruit
	brume brun bruyère buffet buisson bulle cabine cacao cachet cactus cadeau cadran café cahier caillou caisse
	calcul calme camélia caméra camion camp canal canapé canard canne canot cantate cantine canyon capable
	capuche carafe caramel caresse cargo caribou carnet carotte carpe carton cascade casque cassis castor caviar
	cèdre célèbre céleri centre cercle céréale cerise cerveau chaise chalet chaleur chambre chanson chanter
	château chaton chemin chemise chêne cheval cheveu chèvre chien chiffre chiot choisir chorale chou ciel
	cigale cigogne ciment cinéma cinq cirque citron clair classe clavier client climat cloche clôture cocon
	coffre coing colibri colis collier colline colombe colonne comédie comète commode commun compote compter
	concert contour copain copie corail corsage cortège costume cottage couleur couloir coupole courge courir
	cousin couture coyote craie crapaud cravate créneau crêpe cresson cristal crocus croquer croquis croûte
	cuire cuisine culture cumin curieux cycle cyprès dahlia dalle danse dauphin début décor degré délice demain
	demeure départ déplier dernier désert désir dessin dessous détail deviner diamant dictée digue dîner diplôme
	disque divan divers dixième doigt domaine domino dorade doré dormir dossier douceur douze dragon drapeau
	droit drôle durable duvet écharpe échelle écho éclat école écorce écouter écrire écume édredon égal église
	élan élégant élève émail encre encrier endive énergie enfant enfiler énorme entier entrée envie épaule
	épeler épice épicier épinard éponge époque équipe érable ermite espace espoir essai étang étape étoile
	étonner étroit étude éveil évier exact exemple exister fable façade facile fameux famille fanfare faon
	farine faucon favori féerie fenêtre fenouil ferme festin feuille fève fibre fidèle fier figure filet fils
	flairer flamant flamme flaque fleur fleuve flocon flore flotte flûte foot forge fossile fougère foule foyer
	fraise franc frère frite fromage front fuchsia furet futur galerie galet galop gamelle garage garçon garder
	gare gaufre gazon géant gelée genêt gentil girafe givre glaçon glisser globe globule goéland golf gomme
	gondole goudron goutte graine grand grange granit grappe gratin grenier grille grillon grotte guépard guide
	guitare gymnase habile habit haie halte hamac hameau hamster hangar haricot hasard hauteur herbe hermine
	héron heure hibou hiver hockey homard horizon horloge hôtel humain humide humour iceberg icône idéal idée
	igloo iguane image imiter immense indigo instant inviter iris isoler ivoire jade jaguar jambe jardin jasmin
	jeter jeton jeune joie joli jongler jour jovial joyau joyeux jubiler judo jumeau juste kaki karaté kayak
	kiosque kiwi koala labour lagon lagune laine laisser laitier laitue lama lampe langage lapin laurier lavabo
	lavande laver lecture légende léger légume lent léopard lessive lettre levure liberté lichen licorne liège
	lieu lilas lion liquide lire lisse literie loge logis loisir long loriot lotus louche loup loutre loyal
	lueur lumière lune lutin macaron machine magasin magie maillot maïs maman manège mangue manoir marché
	marelle marge mariage marin marmite marque marron marteau matelas matière mauve mélèze mélisse mélodie melon
	mémoire menthe menu merci merle mésange message mesure métal méthode métier métro meuble midi milieu mimer
	mimosa minéral minute miracle miroir mitaine mobile modèle modeste mohair moineau moment monnaie monter
	montre morceau morille moteur motif mouette moulin mousse mouton moyen muesli muguet mulet mûre murmure
	museau musée musette musique mystère nager nappe nation nature navet navire nectar neige neveu niche nichoir
	nord normal notaire note nougat nouille nouveau nuage nuit numéro nylon oasis objet océan odeur œillet œuf
	office offrir oignon oiseau olive ombre oncle onze opéra opinion orage orbite oreille orient origami origan
	orignal orme osier osselet ours outarde outil ouvert ouvrage ovale oxygène pain palais palan palette palmier
	panda panneau papa papier paprika paquet parade parasol parc pardon parent parfum parler parole parrain
	partage pastel patate pâte patio pause pavot paysage pêche peigne pelage pélican pelle pelouse peluche
	pendule pensée pépin pépite perdrix permis persil pétale petit pétunia phare phoque photo phrase piano pièce
	pied pierre piéton pieuvre pigeon pile pilote pinceau pinson pintade pipeau piste pivoine pizza placard
	place plafond plaisir planche planète platane plateau plein plume poème poignée poire poisson poivron
	polaire pollen pommier pompe poney porche portail porte portion potager potiron poudre poupée pourpre
	pousser poussin prairie praline précis premier prénom présage présent presque preuve primeur prince prisme
	prix produit projet propre prune public puits pull purée puzzle pyjama qualité quatre quiche quille quinze
	racine radis ragoût raisin ramage rame ranger rapide râteau ravioli ravir rayon recette récit récolte reflet
	refrain refuge règle reine renard rentrer repos réserve ressort retour réunir réussir revenir rideau risotto
	rivage rive rivière robe robinet robot robuste rocher romance romarin ronde roseau rosée rouge rouleau ruban
	rubis ruche rugby rythme sabot safran sage saison salade saluer sandale saphir sardine satin saturne saule
	saumon saveur savoir savon scène science secret semelle semoule sept séquoia serin serrure sésame siècle
	sieste siffler signal silence sillage simple sirène sirop site sœur sofa soir soleil solide soliste sommet
	songe sonner sorbet sortie souffle souhait soulier soupe source sourcil sourire souris spatule sphère
	spirale sport stable stade station statue stylo sucette sucre sucrier sujet superbe sureau surface système
	taille talent talon tambour tanière tapioca tapis tarte tartine tasse taureau taxi tempête temple tendre
	terre terrine tête théâtre théière thermos tiède tigre tilleul timbre timide tisane tissu toast tomate
	tonique tonneau torrent tortue total toucher toupie trace trajet tram trèfle treize trente trésor tresse
	tribu tricot trio trois troupe truffe truite tube tuile tulipe tunnel tuque tutu union unique utile vache
	valeur valise vallon vase vélo venir verger vibrer vidéo vigne ville violon visage visite vitre voile voisin
	volant volcan volume voûte voyage yaourt zèbre zeste zigzag zinc zone
`
	.trim()
	.split(/\s+/);
