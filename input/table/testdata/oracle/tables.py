"""Writes random tables as people and programs write them, with the value of each cell.

Each line of the output is one table in JSON: its text, and for each column its name,
the values that were written (null for unknown, a text for a word), whether it holds
enough to be read in one way only, and which rows are odd.

    python3 tables.py COUNT SEED
"""

import json
import random
import sys

SPACES = [" ", "\u00a0", "\u202f", "\u2009"]
MISSING = ["", "غير متاح", "غير معلن", "n/a", "NULL", "..", "—", "لا ينطبق", "n/d"]
WORDS = ["كثير", "قليل", "estimate", "انظر الحاشية"]
NAMES = ["مصر", "تونس", "عُمان", "Chile", "Perú", "كازاخستان", "قيرغيزستان"]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Style:
    """How the numbers of one column are written.

    A decimal comma before three digits is left to files that semicolons part, as
    programs write them: elsewhere such a comma parts thousands by convention. All
    columns of a file have one decimal sign, but for what is odd.
    """

    def __init__(self, r, separator, decimal, rows):
        self.decimal = decimal
        other = "," if self.decimal == "." else "."
        self.thousands = r.choice(["", "", other, other, r.choice(SPACES), "'"])
        self.places = r.choice([0, 0, 1, 2, 3])
        if self.decimal == "," and separator != ";":
            self.places = min(self.places, 2)
        self.before = r.choice(["", "", "", "", "$", "€ "])
        self.after = "" if self.before else r.choice(["", "", "", "", " €", "%"] + [" كم"] * (rows > 8))
        self.brackets = r.random() < 0.1
        self.eastern = not self.before and r.random() < 0.1
        self.large = r.random() < 0.6

    def number(self, r):
        top = 10 ** r.randint(1, 8 if self.large else 3)
        if self.after == "%":
            top = 100
        value = r.randrange(top * 10**self.places)
        return value if r.random() < 0.9 else -value

    def write(self, r, scaled):
        """The text of a whole number of the last decimal place."""
        sign = scaled < 0
        digits = str(abs(scaled)).rjust(self.places + 1, "0")
        whole, fraction = digits, ""
        if self.places:
            whole, fraction = digits[: -self.places], digits[-self.places :]
        if self.thousands:
            groups = []
            while len(whole) > 3:
                groups.insert(0, whole[-3:])
                whole = whole[:-3]
            whole = self.thousands.join([whole] + groups)
        text = whole + (self.decimal + fraction if fraction else "")
        if self.eastern:
            text = text.translate(EASTERN)
        text = self.before + text + self.after
        if sign:
            text = "(" + text + ")" if self.brackets else "-" + text
        return text + r.choice([""] * 12 + ["*", " [1]", "†"])

    def sure(self, scaled):
        """Whether a number alone shows which sign is the decimal one."""
        whole = len(str(abs(scaled))) - self.places
        signs = 0
        if self.thousands in (".", ","):
            signs = max(0, (whole - 1) // 3)
        if signs > 1 or signs and self.places:
            return True
        return not signs and self.places in (1, 2)


def table(r):
    separator = r.choice([",", ";", "\t", "|"])
    rows = r.randint(1, 12)
    decimal = r.choice([".", ","])
    columns = []
    names = ["البند"]
    cells = [[r.choice(NAMES) + " " + str(i) for i in range(rows)]]
    for k in range(r.randint(1, 3)):
        style = Style(r, separator, decimal, rows)
        name = r.choice(["القيمة", "amount", "الإنتاج", "v"]) + " " + str(k)
        values, texts, odd, sure = [], [], [], 0
        for i in range(rows):
            chance = r.random()
            if chance < 0.08:
                values.append(None)
                texts.append(r.choice(MISSING))
            elif chance < 0.13 and rows > 4 and not odd:
                odd.append(i)
                if r.random() < 0.3:
                    values.append("word")
                    texts.append(r.choice(WORDS))
                else:
                    # An odd number that looks like the others is no odd one.
                    n, odd_style = 0, None
                    while odd_style is None or not odd_style.sure(n):
                        odd_style = Style(r, "", r.choice([".", ","]), 0)
                        odd_style.before = odd_style.after = odd_style.thousands = ""
                        n = odd_style.number(r)
                    values.append(n / 10**odd_style.places)
                    texts.append(odd_style.write(r, n))
            else:
                n = style.number(r)
                values.append(n / 10**style.places)
                texts.append(style.write(r, n))
                sure += style.sure(n)
        columns.append({"name": name, "values": values, "odd": odd, "sure": sure > 1 and not odd})
        names.append(name)
        cells.append(texts)
    lines = [names] + [[c[i] for c in cells] for i in range(rows)]

    def quoted(text):
        if any(c in text for c in [separator, '"', "\n"]) or text != text.strip() or r.random() < 0.05:
            return '"' + text.replace('"', '""') + '"'
        return text

    text = "\n".join(separator.join(quoted(c) for c in line) for line in lines) + "\n"
    return {"text": text, "columns": columns}


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    r = random.Random(seed)
    for _ in range(count):
        print(json.dumps(table(r), ensure_ascii=False))


main()
