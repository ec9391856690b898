"""Measurements that README quotes; each prints what it measured."""
