"""Rules that a server must obey and no client can see, each with the reason."""

UNJUDGED = {
    "C1": "takes half a minute of silence: name it with --rule C1",
    "C2": "the server would have to end, or a client to read nothing for a minute",
    "C3": "the server would have to end",
    "E1": "the table is in the code; codes that were seen are judged under S4",
    "E2": "needs 2,001 topics that exist, and 2,001 connections",
    "E4": "a producer would have to die",
    "R2": "the server would have to end and come back",
    "R6": "REST, not the socket",
    "S2": "who starts a producer is seen in the process alone",
    "T2": "both languages' code over contract/topics.json",
    "U4": "needs load, and a clock beside the server",
    "U5": "how often a payload is encoded is seen in the process alone",
    "U6": "how a service publishes is seen in the code alone",
    "U7": "needs steps that touch several lossless topics at once",
}
