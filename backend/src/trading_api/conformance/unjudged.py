"""Rules that one side must obey and the other cannot see, each with the reason."""

UNJUDGED_OF_SERVERS = {
    "C1": "takes half a minute of silence: add --slow",
    "C3": "the server would have to end",
    "E1": "the table is in the code; codes that were seen are judged under S4",
    "E4": "a producer would have to die",
    "R2": "the server would have to end and come back",
    "S2": "who starts a producer is seen in the process alone",
    "T2": "both languages' code over contract/topics.json",
    "U4": "needs load, and a clock beside the server",
    "U5": "how often a payload is encoded is seen in the process alone",
    "U6": "how a service publishes is seen in the code alone",
}

UNJUDGED_OF_CLIENTS = {
    "C1": "takes half a minute of silence: add --slow",
    "E1": "the table is in the code",
    "R4": "how long a client waits is drawn by chance; that it comes back is judged under C2",
    "R6": "REST, not the socket",
    "S3": "a client may hold a topic, leave it and come back in ways of its own",
    "T1": "what a client names a topic is seen in its code; its params are judged under R3",
    "T2": "both languages' code over contract/topics.json",
    "T4": "needs a watchlist",
}
