"""Good Offices.  Layers, and who may import whom (a test reads the imports):

    ui, text, cli  ->  insight  ->  play  ->  authoring  ->  rules (numpy alone)
"""
