/* SPDX-License-Identifier: MIT */
#include "rules/identifiers.h"

#include <string.h>

/* clang-format off */

/* What is typed, with what must be found in it; one in each. */
static const struct {
    UpstandIdentifierKind kind;
    const char *text, *expected;
} hits[] = {
    { UPSTAND_IDENTIFIER_PERSON, "Mr Smith was spoken to", "Mr Smith" },
    { UPSTAND_IDENTIFIER_PERSON, "we met Mrs. Jones on Monday", "Mrs. Jones" },
    { UPSTAND_IDENTIFIER_PERSON, "Ms Amina Yusuf told us", "Ms Amina Yusuf" },
    { UPSTAND_IDENTIFIER_PERSON, "Miss O'Neill", "Miss O'Neill" },
    { UPSTAND_IDENTIFIER_PERSON, "Miss O’Neill", "Miss O’Neill" },
    { UPSTAND_IDENTIFIER_PERSON, "Mx Taylor-Brown", "Mx Taylor-Brown" },
    { UPSTAND_IDENTIFIER_PERSON, "“Dr Siân Évans” said", "Dr Siân Évans" },
    { UPSTAND_IDENTIFIER_PERSON, "Dr Ŵyn", "Dr Ŵyn" },
    { UPSTAND_IDENTIFIER_PERSON, "Mr J. P. McDonald", "Mr J. P. McDonald" },
    { UPSTAND_IDENTIFIER_PERSON, "MR SMITH", "MR SMITH" },
    { UPSTAND_IDENTIFIER_PERSON, "Mrs LI", "Mrs LI" },
    { UPSTAND_IDENTIFIER_PERSON, "mr smith rang", "mr smith" },
    { UPSTAND_IDENTIFIER_PERSON, "PC Jones", "PC Jones" },
    { UPSTAND_IDENTIFIER_PERSON, "PC 1234 Jones", "PC 1234 Jones" },
    { UPSTAND_IDENTIFIER_PERSON, "seen by PC 4821", "PC 4821" },
    { UPSTAND_IDENTIFIER_PERSON, "PC4821", "PC4821" },
    { UPSTAND_IDENTIFIER_PERSON, "T/DCI Okafor", "DCI Okafor" },
    { UPSTAND_IDENTIFIER_PERSON, "DS PATEL", "DS PATEL" },
    { UPSTAND_IDENTIFIER_PERSON, "Inspector Wood", "Inspector Wood" },
    { UPSTAND_IDENTIFIER_PERSON, "Superintendent A. Khan", "Superintendent A. Khan" },
    { UPSTAND_IDENTIFIER_PERSON, "ACC Nowak", "ACC Nowak" },
    { UPSTAND_IDENTIFIER_PERSON, "Mr Żukowski", "Mr Żukowski" },
    { UPSTAND_IDENTIFIER_PERSON, "Mr\u00a0Smith", "Mr\u00a0Smith" },
    { UPSTAND_IDENTIFIER_PERSON, "PC Training was led by PC Adeyemi", "PC Adeyemi" },
    { UPSTAND_IDENTIFIER_PERSON, "Cwnstabl Rhys", "Cwnstabl Rhys" },
    { UPSTAND_IDENTIFIER_PERSON, "Prof Grey", "Prof Grey" },

    { UPSTAND_IDENTIFIER_BIRTH, "DOB 12/03/1985", "DOB 12/03/1985" },
    { UPSTAND_IDENTIFIER_BIRTH, "d.o.b. 1.2.15", "d.o.b. 1.2.15" },
    { UPSTAND_IDENTIFIER_BIRTH, "date of birth: 4 May 2012", "date of birth: 4 May 2012" },
    { UPSTAND_IDENTIFIER_BIRTH, "she was born on 3rd of March 1990", "born on 3rd of March 1990" },
    { UPSTAND_IDENTIFIER_BIRTH, "12 March 2015 (DOB)", "12 March 2015 (DOB" },
    { UPSTAND_IDENTIFIER_BIRTH, "victim 12/03/1985 of", "12/03/1985" },
    { UPSTAND_IDENTIFIER_BIRTH, "suspect (4.7.92)", "4.7.92" },
    { UPSTAND_IDENTIFIER_BIRTH, "1985-03-12", "1985-03-12" },
    { UPSTAND_IDENTIFIER_BIRTH, "31-12-2009", "31-12-2009" },
    { UPSTAND_IDENTIFIER_BIRTH, "dyddiad geni 5 Ionawr 2014", "dyddiad geni 5 Ionawr 2014" },

    { UPSTAND_IDENTIFIER_PHONE, "ring 07700 900123 first", "07700 900123" },
    { UPSTAND_IDENTIFIER_PHONE, "07700900123", "07700900123" },
    { UPSTAND_IDENTIFIER_PHONE, "07700 900 123.", "07700 900 123" },
    { UPSTAND_IDENTIFIER_PHONE, "077-00-900-123", "077-00-900-123" },
    { UPSTAND_IDENTIFIER_PHONE, "07700–900123", "07700–900123" },
    { UPSTAND_IDENTIFIER_PHONE, "０７７００900123", "０７７００900123" },
    { UPSTAND_IDENTIFIER_PHONE, "+447700900123", "+447700900123" },
    { UPSTAND_IDENTIFIER_PHONE, "+44 (0)20 7946 0123", "+44 (0)20 7946 0123" },
    { UPSTAND_IDENTIFIER_PHONE, "0044 161 496 0123", "0044 161 496 0123" },
    { UPSTAND_IDENTIFIER_PHONE, "(01632) 960123", "(01632) 960123" },
    { UPSTAND_IDENTIFIER_PHONE, "tel: 029 2018 0123", "029 2018 0123" },
    { UPSTAND_IDENTIFIER_PHONE, "0161 496 0123", "0161 496 0123" },

    { UPSTAND_IDENTIFIER_POSTCODE, "lives at SW1A 1AA now", "SW1A 1AA" },
    { UPSTAND_IDENTIFIER_POSTCODE, "M1 1AE", "M1 1AE" },
    { UPSTAND_IDENTIFIER_POSTCODE, "B33 8TH", "B33 8TH" },
    { UPSTAND_IDENTIFIER_POSTCODE, "CR2 6XH", "CR2 6XH" },
    { UPSTAND_IDENTIFIER_POSTCODE, "dn55 1pt", "dn55 1pt" },
    { UPSTAND_IDENTIFIER_POSTCODE, "W1A 0AX", "W1A 0AX" },
    { UPSTAND_IDENTIFIER_POSTCODE, "EC1A1BB", "EC1A1BB" },
    { UPSTAND_IDENTIFIER_POSTCODE, "ls12ab", "ls12ab" },
    { UPSTAND_IDENTIFIER_POSTCODE, "CF10\u00a01AB", "CF10\u00a01AB" },

    { UPSTAND_IDENTIFIER_CASE, "crime 20/123456/22 refers", "20/123456/22" },
    { UPSTAND_IDENTIFIER_CASE, "44/1234/22", "44/1234/22" },
    { UPSTAND_IDENTIFIER_CASE, "01YN/01234/22", "01YN/01234/22" },
    { UPSTAND_IDENTIFIER_CASE, "20SW/123456X/22", "20SW/123456X/22" },
    { UPSTAND_IDENTIFIER_CASE, "0123456/22", "0123456/22" },
    { UPSTAND_IDENTIFIER_CASE, "012345A/22", "012345A/22" },
    { UPSTAND_IDENTIFIER_CASE, "123456/2022", "123456/2022" },
    { UPSTAND_IDENTIFIER_CASE, "13220123456", "13220123456" },
    { UPSTAND_IDENTIFIER_CASE, "CRI/06AA/0001234/22", "CRI/06AA/0001234/22" },
    { UPSTAND_IDENTIFIER_CASE, "NC-20220312-0123", "NC-20220312-0123" },
    { UPSTAND_IDENTIFIER_CASE, "44AB0123422", "44AB0123422" },
    { UPSTAND_IDENTIFIER_CASE, "PNC 85/1234567A", "85/1234567A" },
    { UPSTAND_IDENTIFIER_CASE, "crime number 44123", "crime number 44123" },
    { UPSTAND_IDENTIFIER_CASE, "Custody ref: YN/1234", "Custody ref: YN/1234" },
    { UPSTAND_IDENTIFIER_CASE, "incident no. 512 of", "incident no. 512" },
    { UPSTAND_IDENTIFIER_CASE, "see CAD 4312", "CAD 4312" },

    { UPSTAND_IDENTIFIER_EMAIL, "write to a.person@example.org.", "a.person@example.org" },
    { UPSTAND_IDENTIFIER_EMAIL, "<a_b+c@mail.example.police.uk>", "a_b+c@mail.example.police.uk" },
    { UPSTAND_IDENTIFIER_EMAIL, "https://x.example/?to=me@example.org", "me@example.org" },
};

/* What people write in plans all the time, and must not be told off for. */
static const char *const misses[] = {
    "",
    "Head of Public Protection",
    "Detective Superintendent, Public Protection",
    "Assistant Chief Constable (Local Policing)",
    "Chief Constable",
    "Superintendent Operations and DCI Public Protection",
    "DI Rape and Serious Sexual Offences",
    "DS Custody, DC Training, PC Vacancies, PS Posts",
    "DI CID; DCI RASSO; DS MASH",
    "Inspector Custody",
    "PS Please note the date",
    "MS Teams call, MS Word file, Ms Excel",
    "miss the deadline, missing the point",
    "Miss B and Mr X (names changed)",
    "200 ms after",
    "Prof Standards Department",
    "requirement 8.2, 10.1 and 4.3",
    "outcomes 14, 15, 16",
    "PIP 2, PIP2, PIP 3",
    "SOLO, SCAIDP, SSAIDP and ABE",
    "30 Jun 2022",
    "meeting on 31/3/22 at 10.30",
    "met on 01/04/2022, 14/04/2022 and 28/04/2022",
    "from 01.04.2022 to 30.06.2022",
    "01-02-2022 10:30-12:00",
    "2022-09-30",
    "12 March 2022",
    "in force since 1 May 2004",
    "the Sexual Offences Act 2003, section 2",
    "s.76 Serious Crime Act 2015",
    "women born after 1990",
    "born of experience",
    "2021-22-Q4, 2021/22, FY-2021-22, 2022/23 Q1",
    "VAWG-2022-23",
    "£12,500 a year; £1.2m; £250000/22 months",
    "25 %, 33.3%, 120 of 480, 1 in 4",
    "form MG11, MG 6C, MG6 and Form 124D",
    "call 101 or 999; helpline 0808 2000 247; 0300 123 4567; 116 123",
    "IOPC 2021/154321",
    "SW1A and M1 areas",
    "A1 road, M62 junction 27, Room G12",
    "H1 2nd half, Q4 1st draft, P1 3rd",
    "T2 5pm, E3 2pm",
    "version 1.2.3, build 20220330",
    "headcount 1234567, FTE 1020.50",
    "120 045 0012 300 400 500 600 700",
    "0.12 0.15 0.20 0.25 0.30 0.35",
    "Op Soteria Bluestone",
    "recorded crime numbers rose by 12345",
    "crime 12 percent up; case 4 of 10; incident 3",
    "https://www.example.org/20/123456/22/07700900123?d=12/03/1985&p=SW1A+1AA",
    "@everyone, a@b, me@",
    "10/12 done; 10/12/14 weeks; ratio 45/60",
    "ISBN 978-1-78655-123-4",
    "Dr. and nurse",
    "PC and laptop, the DC of the DI and DS",
    "Victim Support, Witness Care Unit, Women's Aid",
    "Merched a phlismona: Arolygydd Diogelu, 31 Mawrth 2022",
    "Trafodaeth â menywod Duon a lleiafrifol, 12 o Fai 2022",
};
/* clang-format on */

static char *
piece (const char *text, const UpstandIdentifier *one)
{
    g_assert_cmpuint (one->start + one->length, <=, strlen (text));
    return g_strndup (text + one->start, one->length);
}

static void
test_hits (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (hits); i++) {
        g_autoptr (GArray) found = upstand_identifiers_find (hits[i].text);
        if (found->len != 1)
            g_error ("%u found in “%s”", found->len, hits[i].text);
        const UpstandIdentifier *one = &g_array_index (found, UpstandIdentifier, 0);
        g_autofree char *got = piece (hits[i].text, one);
        g_assert_cmpstr (got, ==, hits[i].expected);
        g_assert_cmpstr (upstand_identifier_kind_to_key (one->kind), ==,
            upstand_identifier_kind_to_key (hits[i].kind));
    }
}

static void
test_misses (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (misses); i++) {
        g_autoptr (GArray) found = upstand_identifiers_find (misses[i]);
        if (found->len > 0) {
            g_autofree char *got = piece (misses[i], &g_array_index (found, UpstandIdentifier, 0));
            g_error ("“%s” found in “%s”", got, misses[i]);
        }
    }
}

/* Every miss and every hit in one text: none is hidden or made by its neighbours. */
static void
test_all_together (void)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (gsize i = 0; i < G_N_ELEMENTS (hits); i++)
        g_string_append_printf (text, "%s\n%s\n", hits[i].text, misses[i % G_N_ELEMENTS (misses)]);
    g_autoptr (GArray) found = upstand_identifiers_find (text->str);
    g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (hits));
    for (gsize i = 0; i < G_N_ELEMENTS (hits); i++) {
        const UpstandIdentifier *one = &g_array_index (found, UpstandIdentifier, i);
        g_autofree char *got = piece (text->str, one);
        g_assert_cmpstr (got, ==, hits[i].expected);
        g_assert_cmpint (one->kind, ==, hits[i].kind);
        if (i > 0)
            g_assert_cmpuint (one->start, >=, one[-1].start + one[-1].length);
    }
}

static void
test_several_in_one_sentence (void)
{
    const char *text = "Mrs Jones (DOB 12/03/1985) of M1 1AE, 07700 900123, 07700 900124, crime "
                       "20/123456/22, seen by DC Khan and Mr Li.";
    static const char *const expected[] = { "Mrs Jones", "DOB 12/03/1985", "M1 1AE", "07700 900123",
        "07700 900124", "20/123456/22", "DC Khan", "Mr Li" };
    g_autoptr (GArray) found = upstand_identifiers_find (text);

    g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
    for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
        g_autofree char *got = piece (text, &g_array_index (found, UpstandIdentifier, i));
        g_assert_cmpstr (got, ==, expected[i]);
    }
    g_autofree char *warning = upstand_identifiers_warn (text);
    g_auto (GStrv) lines = g_strsplit (warning, "\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, 5);
    g_assert_cmpstr (
        lines[0], ==, "This looks like a person's name. Write the post or the role instead.");
    g_assert_null (upstand_identifiers_warn ("Head of Public Protection, 30 Jun 2022"));
}

/* Accents may be typed as marks of their own, and texts pasted with invisible characters. */
static void
test_odd_text (void)
{
    static const char *const texts[] = {
        "Dr Sia\u0302n E\u0301vans", "077\u200b00 900\u00ad123", "\xff\xfeMr Smith\xc3",
        "\xe2\x80Mr Smith\xf0\x9f", "😀 Mr Smith 😀",
        "Mr Smith", /* a lone title at the end of the text would read past it */
    };

    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GArray) found = upstand_identifiers_find (texts[i]);
        g_assert_cmpuint (found->len, ==, 1);
        g_autofree char *got = piece (texts[i], &g_array_index (found, UpstandIdentifier, 0));
        g_assert_true (g_utf8_validate (got, -1, NULL));
    }
    for (gsize length = 0; length < strlen (hits[0].text); length++) {
        g_autofree char *cut = g_strndup (hits[0].text, length);
        g_autoptr (GArray) found = upstand_identifiers_find (cut);
        g_assert_cmpuint (found->len, <=, 1);
    }
}

/* 100 kB of whatever makes a pattern begin again and again. Quadratic time would be minutes. */
static void
test_hostile_text_is_linear (void)
{
    static const char *const seeds[] = {
        "a",
        "0",
        "1",
        "A",
        "a.",
        "a@",
        "@",
        "a@a.",
        "a@a-",
        "0 ",
        "01",
        "07 ",
        "+44",
        "(0",
        "07700 900",
        "1/",
        "11/111/",
        "123456/",
        "A-1234",
        "Mr ",
        "Mr A. ",
        "MR ",
        "PC The ",
        "PC 1 ",
        "PC Aa",
        "Mr Aa-",
        "Mr O'",
        "DOB ",
        "dob(",
        "born on ",
        "1 ja",
        "1 january ",
        "12/03/",
        "19",
        "1985-",
        "crime no ",
        "crime ref ",
        "CAD ",
        "http://",
        "www.",
        "M1 ",
        "M1 1",
        "M1 1A",
        "M11",
        "É",
        "\u0301",
        "\xff",
        "\n",
        "Mr Smith ",
        "07700 900123 ",
        "a@b.cd ",
        "SW1A 1AA ",
        "20/123456/22 ",
        "12/03/1985 ",
    };
    double slowest = 0;

    for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        while (text->len < 100 * 1000)
            g_string_append (text, seeds[i]);
        gint64 began = g_get_monotonic_time ();
        g_autoptr (GArray) found = upstand_identifiers_find (text->str);
        double seconds = (double)(g_get_monotonic_time () - began) / G_USEC_PER_SEC;
        slowest = MAX (slowest, seconds);
        if (seconds > 2)
            g_error ("“%s” took %.1f s and found %u", seeds[i], seconds, found->len);
    }
    g_test_message ("slowest: %.0f ms", 1000 * slowest);
}

static void
test_words (void)
{
    for (guint i = 0; i < UPSTAND_N_IDENTIFIER_KINDS; i++) {
        g_assert_cmpuint (
            strlen (upstand_identifier_kind_get_sentence ((UpstandIdentifierKind)i)), >, 20);
        g_assert_nonnull (upstand_identifier_kind_to_key ((UpstandIdentifierKind)i));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/identifiers/hits", test_hits);
    g_test_add_func ("/identifiers/misses", test_misses);
    g_test_add_func ("/identifiers/all-together", test_all_together);
    g_test_add_func ("/identifiers/several", test_several_in_one_sentence);
    g_test_add_func ("/identifiers/odd-text", test_odd_text);
    g_test_add_func ("/identifiers/hostile", test_hostile_text_is_linear);
    g_test_add_func ("/identifiers/words", test_words);
    return g_test_run ();
}
