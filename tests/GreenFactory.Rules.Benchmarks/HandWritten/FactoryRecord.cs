namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>One factory, one property per fact of the pack, in the unit of the vocabulary.</summary>
internal sealed class FactoryRecord
{
    /// <summary>Null when nothing is known about products.</summary>
    public ProductRecord[]? Products { get; init; }

    public required FactoryBenchmarks Benchmarks { get; init; }

    /// <summary>What the benchmarks are looked up by.</summary>
    public required PlaceKey Place { get; init; }

    public Amount AccidentsEnvironmentGravest { get; init; }

    public Amount AccidentsEnvironmentLarger { get; init; }

    public Amount AccidentsEnvironmentMajor { get; init; }

    public Amount AccidentsQualityGravest { get; init; }

    public Amount AccidentsQualityLarger { get; init; }

    public Amount AccidentsQualityMajor { get; init; }

    public Amount AccidentsSafetyGravest { get; init; }

    public Amount AccidentsSafetyLarger { get; init; }

    public Amount AccidentsSafetyMajor { get; init; }

    public Answer ComplianceFoundedLawfully { get; init; }

    public Answer ComplianceLawfulConduct { get; init; }

    public Answer CompliancePromisesKept { get; init; }

    public Answer EcodesignFollowsGuideline { get; init; }

    public Answer EcodesignIntroduced { get; init; }

    public Answer EcodesignProductConforms { get; init; }

    public Answer EmissionAirLimitsMet { get; init; }

    public Answer EmissionAirPresent { get; init; }

    public Answer EmissionAirTotalMet { get; init; }

    public Answer EmissionNoiseWithinLimits { get; init; }

    public Answer EmissionSolidHandledToStandard { get; init; }

    public Answer EmissionSolidPresent { get; init; }

    public Answer EmissionSolidRestToQualifiedFirm { get; init; }

    public Answer EmissionWaterLimitsMet { get; init; }

    public Answer EmissionWaterPresent { get; init; }

    public Answer EmissionWaterQualifiedPlant { get; init; }

    public Answer EmissionWaterTotalMet { get; init; }

    public Amount EnergyInputCleanEnergy { get; init; }

    public Answer EnergyInputManagementCentre { get; init; }

    public Answer EnergyInputMixOptimised { get; init; }

    public Answer EnergyInputPvPlant { get; init; }

    public Answer EnergyInputReduced { get; init; }

    public Amount EnergyInputRenewablesAndWasteHeat { get; init; }

    public Answer EnergyInputSmartMicrogrid { get; init; }

    public Answer EquipmentEconomicOperation { get; init; }

    public Answer EquipmentEfficiencyLimitsMet { get; init; }

    public Answer EquipmentEntryRulesMet { get; init; }

    public Amount EquipmentObsoleteOverdue { get; init; }

    public Amount EquipmentSavingModels { get; init; }

    public Answer EquipmentSpecialEquipmentSaves { get; init; }

    public Answer EquipmentTreatmentCapacitySufficient { get; init; }

    public Answer EquipmentTreatmentEnergyConforms { get; init; }

    public Answer EquipmentTreatmentNeeded { get; init; }

    public Answer FootprintCalculated { get; init; }

    public Answer FootprintLowCarbonProduct { get; init; }

    public Answer FootprintLowCarbonStandardExists { get; init; }

    public Answer FootprintPublished { get; init; }

    public Amount FootprintUsedToImprove { get; init; }

    public Answer GhgAccounted { get; init; }

    public Answer GhgPublished { get; init; }

    public Answer GhgReported { get; init; }

    public Amount GhgUsedToImprove { get; init; }

    public Answer GhgVerified { get; init; }

    public Answer HazardousLeaksAvoided { get; init; }

    public Answer HazardousLimitsMet { get; init; }

    public Answer HazardousReduced { get; init; }

    public Answer HazardousSubstancesUsed { get; init; }

    public Amount HazardousSubstituted { get; init; }

    public Amount InfrastructureBuildingEnergy { get; init; }

    public Amount InfrastructureBuildingMaterials { get; init; }

    public Amount InfrastructureBuildingRenewableEnergy { get; init; }

    public Amount InfrastructureBuildingRenewableShare { get; init; }

    public Answer InfrastructureBuildingsLawful { get; init; }

    public Answer InfrastructureDangerousRoomsApart { get; init; }

    public Answer InfrastructureDangerousRoomsPresent { get; init; }

    public Answer InfrastructureEnergyReviewKept { get; init; }

    public Answer InfrastructureFinishingMaterialsConform { get; init; }

    public Amount InfrastructureGreening { get; init; }

    public Answer InfrastructureIndoorPollutantsWithinLimits { get; init; }

    public Answer InfrastructureLandIndexKept { get; init; }

    public Amount InfrastructureLowResourceStructure { get; init; }

    public Answer InfrastructureMultiStoreyFeasible { get; init; }

    public Answer InfrastructureMultiStoreyWorkshop { get; init; }

    public Answer InfrastructureNewOrAlteredBuildings { get; init; }

    public Amount InfrastructureOutdoorArea { get; init; }

    public Amount InfrastructurePermeableArea { get; init; }

    public Amount InfrastructurePermeableShare { get; init; }

    public Amount InfrastructureShadedWalkways { get; init; }

    public Answer InfrastructureThreeSimultaneitiesKept { get; init; }

    public Amount InfrastructureWaterFittingsSaving { get; init; }

    public Amount LandArea { get; init; }

    public Amount LandBuildingDensity { get; init; }

    public Amount LandBuildingFootprint { get; init; }

    public Amount LandCapacity { get; init; }

    public Amount LandCapacityPerArea { get; init; }

    public Amount LandFloorArea { get; init; }

    public Amount LandFloorAreaRatio { get; init; }

    public Amount LandOutputValue { get; init; }

    public Amount LandRepresentativeTimeQuota { get; init; }

    public Amount LandStructureArea { get; init; }

    public Amount LandStructureFootprint { get; init; }

    public Answer LightingArtificialLightConforms { get; init; }

    public Answer LightingDaylightUsed { get; init; }

    public Amount LightingEnergySavingShare { get; init; }

    public Answer LightingGradedDesign { get; init; }

    public Amount LightingLampsEnergySaving { get; init; }

    public Amount LightingLampsTotal { get; init; }

    public Answer LightingSharedAreasControlled { get; init; }

    public Answer ManagementAnnualTargets { get; init; }

    public Answer ManagementDutiesAssigned { get; init; }

    public Answer ManagementEnergyCertified { get; init; }

    public Answer ManagementEnergySystem { get; init; }

    public Answer ManagementEnvironmentCertified { get; init; }

    public Answer ManagementEnvironmentSystem { get; init; }

    public Answer ManagementGreenFactoryBody { get; init; }

    public Answer ManagementLeadership { get; init; }

    public Answer ManagementOhsCertified { get; init; }

    public Answer ManagementOhsSystem { get; init; }

    public Answer ManagementPlan { get; init; }

    public Answer ManagementQualityCertified { get; init; }

    public Answer ManagementQualitySystem { get; init; }

    public Answer ManagementSocialResponsibilityReport { get; init; }

    public Answer ManagementTargetResponsibility { get; init; }

    public Answer ManagementTraining { get; init; }

    public Amount MaterialGreenTotal { get; init; }

    public Amount MaterialGreenUsed { get; init; }

    public Amount MaterialGreenRate { get; init; }

    public Answer MeteringByType { get; init; }

    public Answer MeteringEnergyMetersFitted { get; init; }

    public Amount MeteringSeparateUsesMetered { get; init; }

    public Amount MeteringSeparateUsesPresent { get; init; }

    public Answer MeteringWaterMetersFitted { get; init; }

    public Amount OutputValue { get; init; }

    public Amount ProcurementEnvironmentalInformation { get; init; }

    public Answer ProcurementEnvironmentalSupplierCriteria { get; init; }

    public Amount ProcurementGreenSupplyChain { get; init; }

    public Answer ProcurementIncomingInspection { get; init; }

    public Answer ProductEnergyAdvancedMet { get; init; }

    public Answer ProductEnergyEnergyRelated { get; init; }

    public Answer ProductEnergyIndustryLeading { get; init; }

    public Answer ProductEnergyIndustryMeanReached { get; init; }

    public Answer ProductEnergyLimitMet { get; init; }

    public Answer ProductEnergyStandardExists { get; init; }

    public Answer RecyclabilityRateCalculated { get; init; }

    public Amount RecyclabilityUsedToImprove { get; init; }

    public Answer ResourceInputGreenMaterialsAccounted { get; init; }

    public Amount ResourceInputHighGwpGasesReplaced { get; init; }

    public Answer ResourceInputHighGwpGasesUsed { get; init; }

    public Answer ResourceInputMaterialSavingAssessed { get; init; }

    public Answer ResourceInputMaterialsReduced { get; init; }

    public Amount ResourceInputRecycledMaterials { get; init; }

    public Answer ResourceInputSubstitutionAssessed { get; init; }

    public Answer ResourceInputWaterSavingAssessed { get; init; }

    public Answer ResourceInputWaterSavingMet { get; init; }

    public Amount WasteGenerated { get; init; }

    public Amount WasteStockUtilised { get; init; }

    public Amount WasteUtilisationRate { get; init; }

    public Amount WasteUtilised { get; init; }

    public Amount WastewaterDischarged { get; init; }

    public Amount WastewaterReuseRate { get; init; }

    public Amount WastewaterReused { get; init; }
}
