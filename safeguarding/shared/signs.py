"""Simple signs of our own, each one line within 32 by 32, for ideas that they make plainer."""

ADULT = "M10 4a3 3 0 1 1-.1 0M10 12q-5 0-5 6v10h10V18q0-6-5-6"
SIGNS = {
    "adult": "M16 3a4 4 0 1 1-.1 0M16 13q-6 0-6 7v9h12v-9q0-7-6-7",
    "adult-and-child": f"{ADULT}M23 13a2.5 2.5 0 1 1-.1 0M23 20q-4 0-4 4v4h8v-4q0-4-4-4",
    "calendar": "M4 6h24v22H4zM4 12h24M10 3v6M22 3v6M9 17h3M15 17h3M21 17h3M9 22h3M15 22h3",
    "child": "M16 8a3.5 3.5 0 1 1-.1 0M16 17q-5 0-5 5v6h10v-6q0-5-5-5",
    "clock": "M16 4a12 12 0 1 1-.1 0M16 9v7l5 4",
    "computer": "M4 5h24v17H4zM12 28h8M16 22v6",
    "danger": "M16 4 30 28H2zM16 12v8M16 24v.1",
    "eye": "M2 16Q16 1 30 16 16 31 2 16M16 12a4 4 0 1 1-.1 0",
    "heart": "M16 28Q2 17 4 10q3-7 12 0 9-7 12 0 2 7-12 18z",
    "house": "M3 16 16 5l13 11M7 13v15h18V13M13 28v-8h6v8",
    "letter": "M3 7h26v18H3zM3 8l13 10L29 8",
    "lock": "M6 14h20v14H6zM10 14v-4q0-6 6-6t6 6v4M16 19v4",
    "moon": "M19 4a12 12 0 1 0 9 16A11 11 0 0 1 19 4z",
    "no": "M7 7l18 18M25 7 7 25",
    "paper": "M7 3h13l5 5v21H7zM11 12h10M11 17h10M11 22h6",
    "people": f"{ADULT}M22 4a3 3 0 1 1-.1 0M22 12q-5 0-5 6v10h10V18q0-6-5-6",
    "question": "M16 3a13 13 0 1 1-.1 0M12 13q0-4 4-4t4 4q0 2-4 5M16 23v.1",
    "speech": "M4 5h24v16H15l-6 6v-6H4zM9 10h14M9 15h9",
    "sun": "M16 10a6 6 0 1 1-.1 0M16 2v4m0 20v4M2 16h4m20 0h4M6 6l3 3m14 14 3 3m0-20-3 3M9 23l-3 3",
    "telephone": "M9 4l4 6-3 4q2.5 5 8 8l4-3 6 4q0 5-5 5Q9 26 4 9q0-5 5-5z",
    "yes": "M5 17l8 8L27 7",
}
