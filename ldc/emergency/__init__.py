"""Emergencies: news no function is for is answered by a teacher while the game runs."""
