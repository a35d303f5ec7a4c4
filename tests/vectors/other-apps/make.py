"""
Writes files as Loop Habit Tracker and Table Habit write them, with SQLite and ZIP of their own kind, and what is in them:
    python3 tests/vectors/other-apps/make.py
The tables and columns are those of the backups and exports of both (docs/open-formats.md); the content is made up.
"""
import datetime, io, json, os, sqlite3, zipfile

here = os.path.dirname(os.path.abspath(__file__))
first = datetime.date(2024, 1, 1)
epoch = datetime.date(1970, 1, 1)
day = lambda count: (first + datetime.timedelta(count)).isoformat()
since = lambda count: (first + datetime.timedelta(count) - epoch).days

# name, archived, times, days, type (1: an amount), target (1: at most), target value
habits = [
    ('Méditer ☀', 0, 1, 1, 0, 0, 0.0),
    ('Walk', 0, 3, 7, 1, 0, 2.0),
    ('Smoke', 0, 1, 1, 1, 1, 5.0),
    ('Old one', 1, 2, 30, 0, 0, 0.0),
]


def value_of(habit, count):
    if habit == 0:
        return (2, 2, 0, 3, 1, -1)[count % 6]
    if habit == 1:
        return (1500, 0, 3)[count % 3]
    if habit == 2:
        return (4000, 6000, 0)[count % 3]
    return 2


def is_done(habit, value):
    kind, target = habits[habit][4], habits[habit][5]
    if kind == 0:
        return value == 2
    if value == 3 or value < 0:
        return False
    return value <= habits[habit][6] * 1000 if target == 1 else value > 0


counts = {0: range(0, 400), 1: range(0, 60), 2: range(0, 30), 3: range(0, 5)}
expected = []
for at, (name, archived, times, days, *_rest) in enumerate(habits):
    per_week = min(7, max(1, round(times * 7 / days)))
    expected.append(
        {
            'name': name,
            'frequency': {'kind': 'daily'} if per_week == 7 else {'kind': 'weekly', 'times': per_week},
            'days': [day(count) for count in counts[at] if is_done(at, value_of(at, count))],
            'isAway': archived == 1,
        }
    )


def backup(path, page, encoding, has_value):
    if os.path.exists(path):
        os.remove(path)
    db = sqlite3.connect(path)
    db.execute(f'pragma page_size={page}')
    db.execute(f'pragma encoding="{encoding}"')
    db.execute('create table android_metadata (locale TEXT)')
    db.execute("insert into android_metadata values ('fr_CA')")
    db.execute(
        'CREATE TABLE Habits ( id integer primary key autoincrement, archived integer, color integer, description text, '
        'freq_den integer, freq_num integer, highlight integer, name text, position integer, reminder_hour integer, '
        'reminder_min integer, reminder_days integer not null default 127, "type" integer not null default 0, '
        'target_type integer not null default 0, target_value real not null default 0, unit text not null default "", '
        'check (freq_den > 0))'
    )
    db.execute('alter table Habits add column question text')
    more = ', value integer not null' if has_value else ''
    db.execute(
        'CREATE TABLE "Repetitions" ( id integer primary key autoincrement, habit integer not null references habits(id), '
        f'timestamp integer not null{more})'
    )
    if has_value:
        db.execute('create unique index idx_repetitions_habit_timestamp on Repetitions( habit, timestamp)')
        db.execute('alter table Repetitions add column notes text')
    for at, (name, archived, times, days, kind, target, most) in enumerate(habits):
        # one description is longer than a page
        db.execute(
            'insert into Habits (id, archived, color, description, freq_den, freq_num, highlight, name, position, "type", '
            'target_type, target_value, question) values (?,?,?,?,?,?,?,?,?,?,?,?,?)',
            (10 + at, archived, at, 'é' * 9000 if at == 1 else '', days, times, 0, name, at, kind, target, most, None),
        )
        for count in counts[at]:
            stamp = since(count) * 86400000
            if has_value:
                db.execute(
                    'insert into Repetitions (habit, timestamp, value, notes) values (?,?,?,?)',
                    (10 + at, stamp, value_of(at, count), 'note' if count % 50 == 0 else None),
                )
            elif is_done(at, value_of(at, count)):
                db.execute('insert into Repetitions (habit, timestamp) values (?,?)', (10 + at, stamp))
    db.commit()
    db.execute('vacuum')
    db.close()


backup(f'{here}/loop.db', 4096, 'UTF-8', True)
backup(f'{here}/loop-old.db', 1024, 'UTF-16le', False)

words = {2: 'YES_MANUAL', 1: 'YES_AUTO', 0: 'NO', 3: 'SKIP', -1: 'UNKNOWN'}
mark = lambda value: words.get(value, str(value))
rows = ['Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?']
archive = zipfile.ZipFile(f'{here}/loop.zip', 'w', zipfile.ZIP_DEFLATED)


def put(name, text):
    info = zipfile.ZipInfo(name, (2026, 11, 29, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, text)


for at, (name, archived, times, days, kind, target, most) in enumerate(habits):
    amount = ('miles', 'AT_MOST' if target else 'AT_LEAST', str(most)) if kind else ('', '', '')
    rows.append(
        ','.join(
            [f'{at + 1:03d}', name, 'NUMERICAL' if kind else 'YES_NO', '"Did you, ""really""?"', '', str(times), str(days),
             '#FF8F00', *amount, 'true' if archived else 'false']
        )
    )
    plain = ''.join(char for char in name if char.isascii()).strip()
    put(f'{at + 1:03d} {plain}/Scores.csv', 'Date,Score\n')
    put(
        f'{at + 1:03d} {plain}/Checkmarks.csv',
        'Date,Value,Notes\n' + ''.join(f'{day(count)},{mark(value_of(at, count))},\n' for count in reversed(counts[at])),
    )
put('Habits.csv', '\n'.join(rows) + '\n')
put('Checkmarks.csv', 'Date,' + ''.join(f'{habit[0]},' for habit in habits) + '\n')
archive.close()

table = {
    'habits': [
        {
            'create_t': 1700000000, 'modify_t': 1700000000, 'type': 2 if target else 1, 'status': 3 if archived else 1,
            'name': name, 'desc': '', 'color': 1, 'daily_goal': 0 if target else 1, 'daily_goal_unit': '',
            **({'daily_goal_extra': most} if target else {}),
            'freq_type': 1 if days == 7 else 2 if days == 30 else 3,
            'freq_custom': json.dumps([times] if days in (7, 30) else [times, days]),
            'start_date': since(0), 'target_days': 60,
            'records': [
                {
                    'record_date': since(count),
                    'record_type': 2 if kind == 0 and value_of(at, count) == 3 or kind == 1 and value_of(at, count) == 3 else 1,
                    'record_value': (1 if value_of(at, count) == 2 else 0) if kind == 0 else value_of(at, count) / 1000,
                    'create_t': 1700000000, 'modify_t': 1700000000, 'reason': '',
                }
                for count in counts[at]
            ],
        }
        for at, (name, archived, times, days, kind, target, most) in enumerate(habits)
    ]
    + [{'name': 'Deleted', 'status': 2, 'records': []}],
    'groups': [],
}
with open(f'{here}/table-habit.json', 'w', encoding='utf8') as file:
    file.write(json.dumps(table, ensure_ascii=False))
with open(f'{here}/habits.json', 'w', encoding='utf8') as file:
    file.write(json.dumps(expected, ensure_ascii=False))
