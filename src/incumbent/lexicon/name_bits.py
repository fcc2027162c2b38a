"""What a word around or inside a name may be: the bits that ``names.yml`` and the gazetteers give it."""

# What a word may be; a word's bits are joined with "|".
GIVEN = 1 << 0
SURNAME = 1 << 1
EAST_ASIAN = 1 << 2
HONORIFIC = 1 << 3
SUFFIX = 1 << 4
PARTICLE = 1 << 5
HEAD = 1 << 6
LOWER_HEAD = 1 << 7
PLACE_HEAD = 1 << 8
LEGAL = 1 << 9
ADJECTIVE = 1 << 10
PLACE = 1 << 11
DEMONYM = 1 << 12
CALENDAR = 1 << 13
STOP = 1 << 14
ROLE = 1 << 15
PERSON_VERB = 1 << 16
SPEECH_VERB = 1 << 17
ORG_NOUN = 1 << 18
PERSON_NOUN = 1 << 19
CONNECTOR = 1 << 20
COMPLEMENT = 1 << 21
AND = 1 << 22
ORG_PREPOSITION = 1 << 23
PLACE_PREPOSITION = 1 << 24
ARTICLE = 1 << 25
AGE = 1 << 26
WEAK_FORM = 1 << 27
NOBILITY = 1 << 28
ORG_PLACE = 1 << 29
ORG_VERB = 1 << 30
BODY = 1 << 31
RELATIVE = 1 << 32
AUXILIARY = 1 << 33
JOIN = 1 << 34
AGENT = 1 << 35
BELONGING = 1 << 36
GLANCE = 1 << 37
RETAINER = 1 << 38
MOVE = 1 << 39
TAKE = 1 << 40
ORIGIN = 1 << 41
OWNER = 1 << 42
HAVING = 1 << 43
APPOINTS = 1 << 44
APPOINTED = 1 << 45
BESIDE = 1 << 46
INVERTER = 1 << 47
PAIR = 1 << 48
PHRASE = 1 << 49
NUMBERED = 1 << 50
TRAILING = 1 << 51
FUNCTION = 1 << 52
INNER = 1 << 53
ITSELF = 1 << 54
WORK = 1 << 55
BRAND = 1 << 56
PERSONAL = 1 << 57
ALONE = 1 << 58
POSSESSOR = 1 << 59
TERM = 1 << 60
CENTRE = 1 << 60
SEAT = 1 << 61
QUIT = 1 << 62
CLAUSE = 1 << 63
QUOTE = 1 << 64

# Rows of names.yml and the bits of their words; rows of it that are no bits; rows that a language may lack.
BITS = {
    "suffixes": SUFFIX,
    "heads": HEAD,
    "lower_heads": HEAD | LOWER_HEAD,
    "lower_works": HEAD | WORK,
    "lower_brands": HEAD | BRAND,
    "lower_alone": HEAD | ALONE,
    "lower_centres": HEAD | CENTRE,
    "personal_nouns": PERSONAL,
    "possessors": POSSESSOR,
    "terms": TERM,
    "seats": SEAT,
    "quit_verbs": QUIT,
    "clause_words": CLAUSE,
    "place_heads": PLACE_HEAD,
    "adjectives": ADJECTIVE,
    "calendar": CALENDAR,
    "stop": STOP,
    "roles": ROLE,
    "person_verbs": PERSON_VERB,
    "speech_verbs": SPEECH_VERB,
    "org_nouns": ORG_NOUN,
    "person_nouns": PERSON_NOUN,
    "connectors": CONNECTOR,
    "complements": COMPLEMENT,
    "and": AND,
    "org_prepositions": ORG_PREPOSITION,
    "place_prepositions": PLACE_PREPOSITION,
    "articles": ARTICLE,
    "ages": AGE,
    "nobility": NOBILITY,
    "org_places": ORG_PLACE,
    "org_verbs": ORG_VERB,
    "bodies": BODY,
    "relatives": RELATIVE,
    "auxiliaries": AUXILIARY,
    "demonyms": DEMONYM,
    "inner_nouns": INNER,
    "itself": ITSELF,
    "join_verbs": JOIN,
    "agents": AGENT,
    "belongings": BELONGING,
    "glances": GLANCE,
    "retainers": RETAINER,
    "move_verbs": MOVE,
    "take_verbs": TAKE,
    "origins": ORIGIN,
    "owners": OWNER,
    "having": HAVING,
    "appoints": APPOINTS,
    "appointed": APPOINTED,
    "beside": BESIDE,
    "inverters": INVERTER,
    "phrase_heads": PHRASE,
    "numbered": NUMBERED,
    "trailing_heads": TRAILING,
    "phrase_words": FUNCTION,
}
OTHER_KEYS = {
    "honorifics_m",
    "honorifics_f",
    "honorifics",
    "adjective_endings",
    "compounds",
    "states",
    "lower_pairs",
    "pairs",
    "demonym_endings",
    "quality_endings",
    "common_endings",
    "contracted",
    "inner_bodies",
    "firms",
    "employers",
    "personal_pairs",
}
OPTIONAL = {
    "clause_words",
    "lower_heads",
    "lower_works",
    "lower_brands",
    "lower_alone",
    "lower_centres",
    "personal_nouns",
    "possessors",
    "terms",
    "inverters",
    "trailing_heads",
    "phrase_heads",
    "phrase_words",
    "demonyms",
    "inner_nouns",
    "itself",
}
