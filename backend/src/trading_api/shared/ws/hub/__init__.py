"""The topics of this process: how they come and go, what they number and hold, who listens."""
