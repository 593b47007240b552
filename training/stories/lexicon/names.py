"""Names, pronouns, colours. Commonest first where order matters."""

PRONOUNS = {"f": ("she", "her", "her", "herself"), "m": ("he", "him", "his", "himself"), "n": ("it", "it", "its", "itself")}

GIRLS = (
    "Lily Mia Anna Sara Lucy Jane Sue Sarah Molly Amy Sally Daisy Lila Jill Mary Emma Emily Jenny Alice Susie Lisa Polly "
    "Jen Maria Mandy Sophie Grace Rachel Bella Lola Ella Betty Olive Tilly Nora Kate Annie Abigail Julia Claire Elly Suzy "
    "Maggie Rosie Tina Kelly Rose Milly Clara Lulu Ann Emmy Chloe Stella Mimi Luna Judy Flora Pam Tess Maya Zoe Ruby Ivy "
    "Nina Eva Hannah Leah Ada Cora Dora Wendy Penny Holly"
).split()
BOYS = (
    "Ben Tom Tim Timmy Max Jack Sam John Bob Joe Tommy Billy Jimmy Benny Jake Pete Sammy Jim Peter Johnny Andy Toby Fred "
    "George James Danny Dave Henry Paul Mark Ted Freddy Tony Steve Bobby Frank Leo Charlie Josh Mike Jerry Alex Todd Ralph "
    "Bill Larry Joey Ryan Daniel Nick Timothy Oliver Noah Finn Owen Luke Adam Harry Oscar Eric Kevin Hugo Theo Jonas"
).split()

CHILD_ADJECTIVES = ("little",) * 12 + ("young", "small", "happy", "clever", "kind", "brave", "shy", "curious", "cheerful")
# How often a few thousand simple stories name each.
COLOURS = {
    "red": 410, "blue": 333, "green": 241, "yellow": 206, "white": 180, "orange": 151, "pink": 147, "purple": 126, "black": 125, "brown": 114,
    "gray": 50, "golden": 29, "silver": 25,
}  # fmt: skip
