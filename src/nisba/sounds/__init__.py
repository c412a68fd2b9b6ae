"""The sound stage: hidden vocalised forms, the channels that write them, evidence in bits."""
